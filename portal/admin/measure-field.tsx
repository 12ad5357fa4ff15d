import { at, isObject } from './document.ts'
import { Labelled } from './labelled.tsx'
import { fieldLabel } from './labels.ts'
import type { SingleProps } from './single-fields.tsx'

/** A number in one of several units, such as minutes of the clock or working days. */
export const MeasureField = ({ field, shape }: Pick<SingleProps<'measure'>, 'field' | 'shape'>) => {
  const { form, path } = field
  const value = at(form.document, path)
  const [unit = shape.units[0] ?? '', amount = 0] = isObject(value) ? (Object.entries(value)[0] ?? []) : []
  return (
    <Labelled field={field}>
      {(ties) => (
        <span class="measure">
          <input
            {...ties}
            class="number"
            type="number"
            min={0}
            step={1}
            required
            value={String(amount)}
            onInput={({ currentTarget: { value: text, valueAsNumber } }) =>
              form.set(path, { [unit]: text === '' ? '' : valueAsNumber })
            }
          />
          <select
            aria-label={shape.units.map(fieldLabel).join(' / ')}
            value={unit}
            onChange={({ currentTarget }) => form.set(path, { [currentTarget.value]: amount })}
          >
            {shape.units.map((each) => (
              <option key={each} value={each}>
                {fieldLabel(each)}
              </option>
            ))}
          </select>
        </span>
      )}
    </Labelled>
  )
}
