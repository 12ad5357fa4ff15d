import { useSignal } from '@preact/signals'
import { draftOf, dropDraft, keepDraft } from './drafts.ts'

export type Values = Readonly<Record<string, string>>

export type FormState = {
  readonly values: Values
  /** What was put in by hand, as far as it differs from what stood there. */
  readonly typed: Values
  readonly of: (name: string) => string
  readonly set: (changed: Values) => void
  readonly clear: () => void
}

/**
 * What stands in a form's fields. With a draft's name, what is typed survives a reload until `clear`. A field nobody has
 * touched follows `initial`, so that what a colleague has changed meanwhile is not undone by sending the form (LIF-9).
 */
export const useFormState = (initial: Values, draft: string | null): FormState => {
  const typed = useSignal<Values>(draft === null ? {} : draftOf(draft))
  const now = (): Values => ({ ...initial, ...typed.value })
  const drop = (): void => {
    if (draft !== null) dropDraft(draft)
  }
  return {
    values: now(),
    typed: typed.value,
    of: (name) => now()[name] ?? '',
    set: (changed) => {
      const all = Object.entries({ ...typed.value, ...changed })
      const touched = all.filter(([name, value]) => value !== (initial[name] ?? ''))
      typed.value = Object.fromEntries(touched)
      if (touched.length === 0) drop()
      else if (draft !== null) keepDraft(draft, typed.value)
    },
    clear: () => {
      typed.value = {}
      drop()
    },
  }
}
