import { useSignal } from '@preact/signals'
import { Combobox } from './combobox.tsx'
import type { Option } from './fields.tsx'
import type { FormState } from './form-state.ts'

type Props = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  readonly required?: boolean
}

/** Names and ids, so that those who know the short form need not know the long one. */
const matches = ({ value, label }: Option, text: string): boolean =>
  `${label} ${value}`.toLowerCase().includes(text.toLowerCase())

/** A choice among the desk's settings by typing a part of its name. */
export const TypeAhead = ({ form, name, label, options, required }: Props) => {
  const typed = useSignal<string | null>(null)
  const chosen = options.find(({ value }) => value === form.of(name))
  return (
    <Combobox
      label={label}
      required={required ?? false}
      text={typed.value ?? chosen?.label ?? ''}
      isChosen={typed.value === null && chosen !== undefined}
      find={(text) => Promise.resolve(options.filter((option) => matches(option, text)))}
      onType={(text) => {
        typed.value = text
        if (form.of(name) !== '') form.set({ [name]: '' })
      }}
      onChoose={({ value }) => {
        typed.value = null
        form.set({ [name]: value })
      }}
    />
  )
}
