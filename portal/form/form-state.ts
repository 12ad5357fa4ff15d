import { useSignal } from '@preact/signals'
import { draftOf, dropDraft, keepDraft } from './drafts.ts'

export type Values = Readonly<Record<string, string>>

export type FormState = {
  readonly values: Values
  readonly of: (name: string) => string
  readonly set: (changed: Values) => void
  readonly clear: () => void
}

/** What stands in a form's fields. With a draft's name, what is typed survives a reload until `clear`. */
export const useFormState = (initial: Values, draft: string | null): FormState => {
  const values = useSignal<Values>({ ...initial, ...(draft === null ? {} : draftOf(draft)) })
  return {
    values: values.value,
    of: (name) => values.value[name] ?? '',
    set: (changed) => {
      values.value = { ...values.value, ...changed }
      if (draft !== null) keepDraft(draft, values.value)
    },
    clear: () => {
      values.value = initial
      if (draft !== null) dropDraft(draft)
    },
  }
}
