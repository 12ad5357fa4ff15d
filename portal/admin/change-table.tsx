import type { Difference, Json, Path } from './document.ts'
import { isObject } from './document.ts'
import { asHours, hoursText } from './hours.ts'
import { keyLabel, valueLabel } from './labels.ts'
import { referenceLabel } from './references.ts'
import { adminTexts } from './texts.ts'

const isHoursList = (value: readonly Json[]): boolean => value.length > 0 && value.every(Array.isArray)

/** Types of values by the name of their field, where the two differ. */
const TYPES: Readonly<Record<string, string>> = {
  impact: 'Impact',
  defaultImpact: 'Impact',
  urgency: 'Urgency',
  priorityFloor: 'Priority',
  line: 'Line',
  language: 'Language',
  level: 'Level',
  roles: 'Role',
}

/** A value in people's words; long lists only by their number. */
export const valueText = (field: string, value: Json | undefined): string => {
  const { edit } = adminTexts.value
  if (value === undefined || value === null || value === '') return edit.empty
  if (typeof value === 'boolean') return value ? edit.yes : edit.no
  if (Array.isArray(value)) {
    const list = value as readonly Json[]
    if (isHoursList(list)) return hoursText(asHours(list))
    return list.some(isObject) ? edit.entries(list.length) : list.map((one) => valueText(field, one)).join(', ')
  }
  if (isObject(value)) return edit.entries(Object.keys(value).length)
  const label = valueLabel(TYPES[field] ?? null, field, value as string | number)
  return label === String(value) ? referenceLabel(field, label) : label
}

const pathText = (path: Path): string => {
  const { languages } = adminTexts.value
  return path
    .map((part, index) => {
      const key = String(part)
      return key in languages ? languages[key as keyof typeof languages] : keyLabel(String(path[index - 1] ?? ''), key)
    })
    .join(' › ')
}

type Props = { readonly title: string; readonly changes: readonly Difference[]; readonly mark?: ReadonlySet<string> }

export const ChangeTable = ({ title, changes, mark }: Props) => {
  const { edit } = adminTexts.value
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways, by keyboard too
    <section class="field-table" tabIndex={0} aria-label={title}>
      <table class="change-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{edit.field}</th>
            <th scope="col">{edit.before}</th>
            <th scope="col">{edit.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <tr key={path.join('.')}>
              <th scope="row">
                {pathText(path)}
                {mark?.has(path.join('.')) && <span class="late"> {edit.bothChanged}</span>}
              </th>
              <td>{valueText(String(path.at(-1)), before)}</td>
              <td>{valueText(String(path.at(-1)), after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
