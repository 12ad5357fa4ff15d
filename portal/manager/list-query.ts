import type { CallOf } from '../api/call.ts'
import { place } from '../place/location.ts'
import { categoryName, codeName, groupName, serviceName } from '../settings/catalogue.ts'
import { itemName } from '../settings/names.ts'
import { t } from '../texts/texts.ts'

type Query = CallOf<'listTickets'>['query']

const FILTERS = [
  'state',
  'priority',
  'group',
  'category',
  'channel',
  'service',
  'item',
  'majorWaits',
  'on',
  'formerly',
] as const
export type FilterName = (typeof FILTERS)[number]

/** The query of the API stands in the address as it is, so that a list can be shared; the API checks it. */
export const queryInAddress = (): Query => {
  const given = place.value.searchParams
  const filters = FILTERS.flatMap((name) => {
    const value = given.get(name)
    return value === null ? [] : [[name, value]]
  })
  return { view: given.get('view') ?? 'open', ...Object.fromEntries(filters) } as Query
}

const NAMES: Readonly<Record<FilterName, (value: string) => string>> = {
  state: (value) => t.value.words.states[value as keyof typeof t.value.words.states] ?? value,
  priority: (value) => t.value.words.priorityOf(Number(value)),
  group: groupName,
  category: categoryName,
  channel: (value) => codeName('channels', value),
  service: serviceName,
  item: itemName,
  majorWaits: (value) => t.value.major.waits[value as keyof typeof t.value.major.waits] ?? value,
  on: (value) => value,
  formerly: (value) => value,
}

export type Filter = { readonly name: FilterName; readonly label: string }

/** What the list is narrowed down to, in people's words. */
export const filtersOf = (query: Query): readonly Filter[] =>
  FILTERS.flatMap((name) => {
    const value = query[name]
    return value === undefined ? [] : [{ name, label: NAMES[name](String(value)) }]
  })
