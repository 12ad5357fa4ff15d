import type { ComponentChildren, InputHTMLAttributes } from 'preact'
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

type InputProps = FieldProps & { readonly input: InputHTMLAttributes }

/** What is typed or picked in one box; `input`: what kind of box. */
const InputField = ({ input, ...props }: InputProps) => {
  const { form, name, required = false } = props
  return (
    <Labelled {...props}>
      {(id, describedBy) => (
        <input
          {...input}
          id={id}
          name={name}
          value={form.of(name)}
          required={required}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => form.set({ [name]: currentTarget.value })}
        />
      )}
    </Labelled>
  )
}

type LineProps = FieldProps & {
  readonly type?: 'text' | 'tel' | 'email'
  readonly max?: number
  readonly list?: string
}

export const LineField = ({ type = 'text', max = 200, list, ...props }: LineProps) => (
  <InputField {...props} input={{ type, maxLength: max, list, dir: 'auto', autocomplete: 'off' }} />
)

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

type BoundedProps = FieldProps & { readonly min?: string; readonly max?: string }

/** In the reader's own zone; `max` and `min` are written like 2026-03-31T09:00. */
export const MomentField = ({ min, max, ...props }: BoundedProps) => (
  <InputField {...props} input={{ type: 'datetime-local', min, max }} />
)

/** `max` and `min` are dates such as 2026-03-31. */
export const DateField = ({ min, max, ...props }: BoundedProps) => (
  <InputField {...props} input={{ type: 'date', min, max }} />
)

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
