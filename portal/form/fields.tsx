import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { t } from '../texts/texts.ts'
import type { FormState } from './form-state.ts'

export type Option = { readonly value: string; readonly label: string; readonly hint?: string }

type FieldProps = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly required?: boolean | undefined
}

type LabelledProps = FieldProps & {
  readonly children: (id: string, describedBy: string | undefined) => ComponentChildren
}

const Labelled = ({ label, hint, required, children }: LabelledProps) => {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>
        {label} {!required && <span class="optional">({t.value.shell.optional})</span>}
      </label>
      {children(id, hint === undefined ? undefined : `${id}-hint`)}
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

type LineProps = FieldProps & {
  readonly type?: 'text' | 'tel' | 'email'
  readonly max?: number
  readonly list?: string
}

export const LineField = (props: LineProps) => {
  const { form, name, required = false, type = 'text', max = 200, list } = props
  return (
    <Labelled {...props}>
      {(id, describedBy) => (
        <input
          id={id}
          name={name}
          type={type}
          value={form.of(name)}
          required={required}
          maxLength={max}
          list={list}
          dir="auto"
          autocomplete="off"
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => form.set({ [name]: currentTarget.value })}
        />
      )}
    </Labelled>
  )
}

export const ProseField = (props: FieldProps & { readonly max?: number }) => {
  const { form, name, required = false, max = 2_000 } = props
  return (
    <Labelled {...props}>
      {(id, describedBy) => (
        <textarea
          id={id}
          name={name}
          value={form.of(name)}
          required={required}
          maxLength={max}
          dir="auto"
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => form.set({ [name]: currentTarget.value })}
        />
      )}
    </Labelled>
  )
}

export const SelectField = (props: FieldProps & { readonly options: readonly Option[]; readonly none?: string }) => {
  const { form, name, required = false, options, none } = props
  return (
    <Labelled {...props}>
      {(id, describedBy) => (
        <select
          id={id}
          name={name}
          value={form.of(name)}
          required={required}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) => form.set({ [name]: currentTarget.value })}
        >
          {(!required || form.of(name) === '') && <option value="">{none ?? '—'}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

export const MomentField = (props: FieldProps) => {
  const { form, name, required = false } = props
  return (
    <Labelled {...props}>
      {(id, describedBy) => (
        <input
          id={id}
          name={name}
          type="datetime-local"
          value={form.of(name)}
          required={required}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => form.set({ [name]: currentTarget.value })}
        />
      )}
    </Labelled>
  )
}

/** `max` and `min` are dates such as 2026-03-31. */
export const DateField = (props: FieldProps & { readonly min?: string; readonly max?: string }) => {
  const { form, name, required = false, min, max } = props
  return (
    <Labelled {...props}>
      {(id, describedBy) => (
        <input
          id={id}
          name={name}
          type="date"
          value={form.of(name)}
          required={required}
          min={min}
          max={max}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => form.set({ [name]: currentTarget.value })}
        />
      )}
    </Labelled>
  )
}

export const RadioField = ({
  form,
  name,
  label,
  hint,
  required,
  options,
}: FieldProps & { readonly options: readonly Option[] }) => (
  <fieldset class="field">
    <legend>{label}</legend>
    <div class="choices">
      {options.map((option) => (
        <label key={option.value} class="choice" title={option.hint}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={form.of(name) === option.value}
            required={required}
            onChange={() => form.set({ [name]: option.value })}
          />
          {option.label}
        </label>
      ))}
    </div>
    {hint !== undefined && <span class="hint">{hint}</span>}
  </fieldset>
)

/** Ticked is `yes`. */
export const CheckField = ({ form, name, label, hint }: FieldProps) => (
  <div class="field">
    <label class="choice">
      <input
        type="checkbox"
        name={name}
        checked={form.of(name) === 'yes'}
        onChange={({ currentTarget }) => form.set({ [name]: currentTarget.checked ? 'yes' : '' })}
      />
      {label}
    </label>
    {hint !== undefined && <span class="hint">{hint}</span>}
  </div>
)
