import { language, t } from '../texts/texts.ts'
import { WEEKDAYS } from './hours.ts'
import { adminTexts } from './texts.ts'

type Names = Readonly<Record<string, string>>

/** 2024-01-01 was a Monday. */
const weekdayName = (index: number, style: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(language.value, { weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + index))

export const weekdayNames = (style: 'long' | 'short' = 'long'): Names =>
  Object.fromEntries(WEEKDAYS.map((day, index) => [day, weekdayName(index, style)]))

export const fieldLabel = (name: string): string => (adminTexts.value.fields as Names)[name] ?? name
export const fieldHint = (name: string): string | undefined => (adminTexts.value.hints as Names)[name]

const priorityNames = (): Names => {
  const { priorities } = t.value.words
  return Object.fromEntries(Object.entries(priorities).map(([priority, name]) => [priority, `${priority} · ${name}`]))
}

/** Values by the name of their type in the contract, or by the field's. */
const valueNames = (): Readonly<Record<string, Names>> => {
  const { words } = t.value
  const { providers, languages, criticalities, endedBy, subjects, holidayRules } = adminTexts.value
  return {
    Impact: words.impacts,
    Urgency: words.urgencies,
    Priority: priorityNames(),
    Level: words.levels,
    Line: words.lines,
    Role: words.roles,
    Language: languages,
    criticality: criticalities,
    endedBy,
    provider: providers,
    clock: words.clocks,
    assignToLine: words.lines,
    like: weekdayNames(),
    days: weekdayNames('short'),
    subject: subjects,
    holidays: holidayRules,
  }
}

export const valueLabel = (typeName: string | null, field: string, value: string | number): string =>
  valueNames()[typeName ?? field]?.[value] ?? String(value)

/** Names of keys that are values themselves: the rows of the matrix, of the promises, the days of the week. */
export const keyLabel = (parent: string, key: string): string => {
  const { words } = t.value
  const { criticalities, personTypes, burstCauses } = adminTexts.value
  const keys: Readonly<Record<string, Names>> = {
    priorityMatrix: { ...words.impacts, ...words.urgencies },
    criticality: criticalities,
    targets: priorityNames(),
    matrix: priorityNames(),
    repeat: priorityNames(),
    waitSeconds: priorityNames(),
    above: burstCauses,
    defaultUrgency: personTypes,
    weekly: weekdayNames(),
  }
  return keys[parent]?.[key] ?? fieldLabel(key)
}
