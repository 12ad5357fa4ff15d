import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type AnswerOf, call } from '../api/call.ts'
import { Combobox } from '../form/combobox.tsx'
import { LineField } from '../form/fields.tsx'
import type { FormState } from '../form/form-state.ts'
import { t } from '../texts/texts.ts'

export type Person = AnswerOf<'listPeople'>['items'][number]

type Props = {
  readonly form: FormState
  /** Who they are to whoever writes this down; absent: somebody who is calling. */
  readonly label?: string
  readonly person: Person | null
  readonly onPerson: (person: Person | null) => void
}

const SHOWN = 8

/** Somebody the directory does not have; the number or address is how to reach them. */
const Stranger = ({ form }: { readonly form: FormState }) => {
  const { ticket } = t.value
  return (
    <div class="form-grid">
      <LineField form={form} name="phone" label={ticket.phone} type="tel" max={50} />
      <LineField form={form} name="email" label={ticket.email} type="email" max={254} />
    </div>
  )
}

/** After a reload the draft still says who was chosen. */
const useChosenBefore = (id: string, person: Person | null, onPerson: Props['onPerson']): void => {
  useEffect(() => {
    if (id === '' || person !== null) return
    call('getPerson', { params: { id } }).then(
      ({ value }) => onPerson(value),
      // whoever cannot be found any more is looked up again by hand
      () => undefined,
    )
  }, [])
}

/** INT-9: who declares it, found by name, mail address or number while they speak. */
export const RequesterField = ({ form, label, person, onPerson }: Props) => {
  const { record } = t.value
  const found = useSignal<readonly Person[]>([])
  useChosenBefore(form.of('personId'), person, onPerson)
  const find = async (query: string, signal: AbortSignal) => {
    if (query === '') return []
    const { items } = await call('listPeople', { query: { query, limit: SHOWN }, signal })
    found.value = items.filter(({ active }) => active)
    return found.value.map(({ id, name, email, phone, vip }) => ({
      value: id,
      label: vip ? `${name} (${t.value.words.vip})` : name,
      hint: [email, phone].filter(Boolean).join(' · '),
    }))
  }
  return (
    <>
      <Combobox
        label={label ?? record.requester}
        hint={person ? record.known : record.requesterHint}
        required
        text={person?.name ?? form.of('name')}
        isChosen={person !== null}
        find={find}
        onType={(name) => {
          onPerson(null)
          form.set({ name, personId: '' })
        }}
        onChoose={({ value }) => {
          onPerson(found.value.find(({ id }) => id === value) ?? null)
          form.set({ personId: value })
        }}
      />
      {person === null && form.of('name').trim() !== '' && <Stranger form={form} />}
    </>
  )
}
