import { type FieldProps, fieldName } from './admin-form.ts'
import { at, type Json } from './document.ts'
import { asHours, hoursFrom, hoursText } from './hours.ts'
import { Labelled } from './labelled.tsx'
import { fieldHint, valueLabel } from './labels.ts'
import { PersonChannels } from './person-channels.tsx'
import { referencesOf } from './references.ts'
import type { SingleProps } from './single-fields.tsx'
import { adminTexts } from './texts.ts'

const listAt = ({ form, path }: FieldProps): readonly Json[] => {
  const value = at(form.document, path)
  return Array.isArray(value) ? value : []
}

/** Windows of a day as people write them; taken over when the field is left, so that typing is not corrected. */
export const HoursField = ({ field }: { readonly field: FieldProps }) => {
  const { edit } = adminTexts.value
  const { form, path } = field
  const text = hoursText(asHours(at(form.document, path)))
  return (
    <Labelled field={field} hint={edit.hoursHint}>
      {(ties) => (
        <input
          {...ties}
          key={text}
          class="hours"
          defaultValue={text}
          placeholder={edit.closed}
          onInput={({ currentTarget }) =>
            currentTarget.setCustomValidity(hoursFrom(currentTarget.value) ? '' : edit.hoursWrong)
          }
          onChange={({ currentTarget }) => {
            const hours = hoursFrom(currentTarget.value)
            if (hours) form.set(path, hours as unknown as Json)
          }}
        />
      )}
    </Labelled>
  )
}

const Lines = ({ field }: { readonly field: FieldProps }) => {
  const { form, path } = field
  const text = listAt(field).join('\n')
  return (
    <Labelled
      field={{ ...field, isRequired: true }}
      hint={fieldHint(fieldName(path)) ?? adminTexts.value.edit.onePerLine}
    >
      {(ties) => (
        <textarea
          {...ties}
          key={text}
          defaultValue={text}
          dir="auto"
          onChange={({ currentTarget }) => {
            const lines = currentTarget.value.split('\n').map((line) => line.trim())
            form.set(
              path,
              lines.filter((line) => line !== ''),
            )
          }}
        />
      )}
    </Labelled>
  )
}

/** Several of what there is to choose from as boxes to tick; anything else one a line. */
export const StringsField = ({ field, shape }: Pick<SingleProps<'strings'>, 'field' | 'shape'>) => {
  if (shape.name === 'PersonChannel') return <PersonChannels field={field} />
  const { form, path, label } = field
  const name = fieldName(path)
  const chosen = listAt(field)
  const options =
    shape.of?.map((value) => ({ value: String(value), label: valueLabel(shape.name, name, value) })) ??
    referencesOf(name)
  if (!options) return <Lines field={field} />
  const gone = chosen.filter((value) => !options.some((option) => option.value === value))
  const all = [...options, ...gone.map((value) => ({ value: String(value), label: String(value) }))]
  const hint = fieldHint(path.join('.')) ?? fieldHint(name)
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div class="choices">
        {all.map((option) => (
          <label key={option.value} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={({ currentTarget }) =>
                form.set(
                  path,
                  currentTarget.checked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value),
                )
              }
            />
            {option.label}
          </label>
        ))}
      </div>
      {hint !== undefined && <span class="hint">{hint}</span>}
    </fieldset>
  )
}
