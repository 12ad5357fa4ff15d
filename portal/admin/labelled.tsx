import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { t } from '../texts/texts.ts'
import { type FieldProps, fieldName } from './admin-form.ts'
import { fieldHint } from './labels.ts'

/** What ties a control to its label, hint and error. */
export type Ties = {
  readonly id: string
  readonly 'aria-label': string | undefined
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

type Props = {
  readonly field: FieldProps
  readonly hint?: string | undefined
  readonly children: (ties: Ties) => ComponentChildren
}

export const Labelled = ({ field, hint, children }: Props) => {
  const { form, path, label, isRequired, isBare = false } = field
  const id = useId()
  const error = form.errorAt(path)
  const about = isBare ? undefined : (hint ?? fieldHint(fieldName(path)))
  const described = [about && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
      {!isBare && (
        <label for={id}>
          {label} {!isRequired && <span class="optional">({t.value.shell.optional})</span>}
        </label>
      )}
      {children({
        id,
        'aria-label': isBare ? label : undefined,
        'aria-describedby': described || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <span class="wrong" id={`${id}-error`}>
          {error}
        </span>
      )}
      {about !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {about}
        </span>
      )}
    </div>
  )
}
