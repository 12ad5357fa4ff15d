import { useId } from 'preact/hooks'
import type { Option } from '../form/fields.tsx'
import { workingHours } from '../format/time.ts'
import { type FieldProps, fieldName } from './admin-form.ts'
import { at } from './document.ts'
import { Labelled } from './labelled.tsx'
import { valueLabel } from './labels.ts'
import { referencesOf, suggestionsOf } from './references.ts'
import type { Shape } from './shape.ts'
import { adminTexts } from './texts.ts'

type Of<Kind extends Shape['kind']> = Extract<Shape, { readonly kind: Kind }>
export type SingleProps<Kind extends Shape['kind']> = {
  readonly field: FieldProps
  readonly shape: Of<Kind>
  readonly isNullable: boolean
}

/** What an emptied field becomes: null where the contract says so, else it goes away. */
const emptied = (isNullable: boolean) => (isNullable ? null : undefined)

const isOptional = ({ field, isNullable }: { readonly field: FieldProps; readonly isNullable: boolean }): boolean =>
  isNullable || !field.isRequired

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

const Select = ({
  field,
  options,
  isNullable,
}: {
  field: FieldProps
  options: readonly Option[]
  isNullable: boolean
}) => {
  const { form, path } = field
  const value = textOf(at(form.document, path))
  const isKnown = value === '' || options.some((option) => option.value === value)
  const empty = isOptional({ field, isNullable })
  return (
    <Labelled field={{ ...field, isRequired: !empty }}>
      {(ties) => (
        <select
          {...ties}
          value={value}
          required={!empty}
          onChange={({ currentTarget }) =>
            form.set(path, currentTarget.value === '' ? emptied(isNullable) : currentTarget.value)
          }
        >
          {(empty || value === '') && <option value="">{adminTexts.value.edit.none}</option>}
          {!isKnown && <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

/** Values of an enumeration may be numbers, which a select only holds as text. */
export const ChoiceField = ({ field, shape, isNullable }: SingleProps<'choice'>) => {
  const { form, path } = field
  const name = fieldName(path)
  const options = shape.of.map((value) => ({ value: String(value), label: valueLabel(shape.name, name, value) }))
  const set: FieldProps['form']['set'] = (to, value) =>
    form.set(to, typeof value === 'string' ? shape.of.find((one) => String(one) === value) : value)
  const priority = shape.name === 'Priority' ? at(form.document, path) : undefined
  return (
    <div class="chosen" data-priority={priority === undefined ? undefined : String(priority)}>
      <Select field={{ ...field, form: { ...form, set } }} options={options} isNullable={isNullable} />
    </div>
  )
}

export const TextField = ({ field, shape, isNullable }: SingleProps<'text'>) => {
  const { form, path } = field
  const name = fieldName(path)
  const list = useId()
  const references = referencesOf(name)
  if (references) return <Select field={field} options={references} isNullable={isNullable} />
  const suggestions = suggestionsOf(name)
  const empty = isOptional({ field, isNullable })
  const isFixed = path.length === 1 && name === 'id' && !form.isNew
  return (
    <Labelled field={{ ...field, isRequired: !empty }}>
      {(ties) => (
        <>
          <input
            {...ties}
            type={shape.format === 'date' || shape.format === 'email' ? shape.format : 'text'}
            value={textOf(at(form.document, path))}
            required={!empty}
            readOnly={isFixed}
            maxLength={shape.max}
            list={suggestions.length > 0 ? list : undefined}
            dir="auto"
            autocomplete="off"
            onInput={({ currentTarget }) =>
              form.set(path, currentTarget.value === '' && empty ? emptied(isNullable) : currentTarget.value)
            }
          />
          {suggestions.length > 0 && (
            <datalist id={list}>
              {suggestions.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Labelled>
  )
}

/** Nobody reads 2,400 minutes. */
const inWords = (name: string, value: unknown): string | null =>
  /minutes$/i.test(name) && typeof value === 'number' && value >= 60 ? workingHours(value) : null

export const NumberField = ({ field, shape, isNullable }: SingleProps<'number'>) => {
  const { form, path } = field
  const empty = isOptional({ field, isNullable })
  const value = at(form.document, path)
  const words = inWords(fieldName(path), value)
  return (
    <Labelled field={{ ...field, isRequired: !empty }}>
      {(ties) => (
        <span class="amount">
          <input
            {...ties}
            class="number"
            type="number"
            step={1}
            min={shape.min}
            max={shape.max}
            value={textOf(value)}
            required={!empty}
            onInput={({ currentTarget: { value: text, valueAsNumber } }) => {
              if (text !== '') form.set(path, valueAsNumber)
              else form.set(path, empty ? emptied(isNullable) : '')
            }}
          />
          {words !== null && <span class="muted">= {words}</span>}
        </span>
      )}
    </Labelled>
  )
}

export const CheckField = ({ field }: Pick<SingleProps<'check'>, 'field'>) => {
  const { form, path, label, isBare = false } = field
  return (
    <div class="field">
      <label class="choice">
        <input
          type="checkbox"
          aria-label={isBare ? label : undefined}
          checked={at(form.document, path) === true}
          onChange={({ currentTarget }) => form.set(path, currentTarget.checked)}
        />
        {!isBare && label}
      </label>
    </div>
  )
}
