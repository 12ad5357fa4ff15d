import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type AnswerOf, call } from '../api/call.ts'
import { readAll } from '../api/read-pages.ts'
import type { Option } from '../form/fields.tsx'
import { codes, services } from '../settings/catalogue.ts'
import { itemName } from '../settings/names.ts'
import { categoryOptions, groupOptions, serviceOptions } from '../settings/options.ts'
import { named } from '../texts/texts.ts'
import type { Listed } from './columns.ts'

type Person = AnswerOf<'listPeople'>['items'][number]

const people = signal<readonly Person[]>([])
const calendars = signal<readonly Option[]>([])
const departments = signal<AnswerOf<'listDepartments'>['items']>([])

/** Who works on tickets comes first, so this many are all of them and more. */
const MOST_PAGES = 3

const readPeople = async (): Promise<void> => {
  let cursor: string | null = null
  const found: Person[] = []
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: AnswerOf<'listPeople'> = await call('listPeople', {
      query: { limit: 100, ...(cursor === null ? {} : { cursor }) },
    })
    found.push(...answer.items)
    cursor = answer.cursor
    if (cursor === null) break
  }
  people.value = found
}

const readCalendars = async (): Promise<void> => {
  calendars.value = (await readAll('listCalendars')).map(({ id, value }) => ({ value: id, label: value.name }))
}

const readDepartments = async (): Promise<void> => {
  departments.value = await readAll('listDepartments')
}

/** Reads what fields refer to; a list that cannot be read leaves its fields as ids. */
export const useReferences = (): void => {
  useEffect(() => {
    void Promise.allSettled([readPeople(), readCalendars(), readDepartments()])
  }, [])
}

const peopleOptions = (): readonly Option[] => people.value.map(({ id, name }) => ({ value: id, label: name }))

/** Whoever does more than declare. */
const staffOptions = (): readonly Option[] =>
  people.value
    .filter(({ roles }) => roles.some((role) => role !== 'requester'))
    .map(({ id, name }) => ({ value: id, label: name }))

const departmentOptions = (): readonly Option[] =>
  departments.value.map(({ id, value }) => ({ value: id, label: named(value.name) }))

/** Business groups have no list of their own: they are what services name. */
const businessGroupOptions = (): readonly Option[] =>
  [...new Set(services.value.flatMap(({ businessGroup }) => businessGroup ?? []))]
    .toSorted()
    .map((id) => ({ value: id, label: id }))

const codeOptions = (list: 'closeCodes' | 'notObtainedCodes'): readonly Option[] =>
  (codes.value?.[list] ?? []).map(({ code, name }) => ({ value: code, label: named(name) }))

const OPTIONS: Readonly<Record<string, () => readonly Option[]>> = {
  group: groupOptions,
  secondLineGroup: groupOptions,
  groups: groupOptions,
  category: categoryOptions,
  defaultCategory: categoryOptions,
  service: serviceOptions,
  department: departmentOptions,
  businessGroups: businessGroupOptions,
  owner: peopleOptions,
  lead: peopleOptions,
  head: peopleOptions,
  projectManager: peopleOptions,
  person: peopleOptions,
  people: staffOptions,
  replaces: peopleOptions,
  calendar: () => calendars.value,
  defaultCalendar: () => calendars.value,
  neededDuring: () => calendars.value,
  systemCloseCode: () => codeOptions('closeCodes'),
  systemNotObtainedCode: () => codeOptions('notObtainedCodes'),
}

/** What an id in this field may refer to; null where it refers to nothing. */
export const referencesOf = (field: string): readonly Option[] | null => OPTIONS[field]?.() ?? null

export const referenceLabel = (field: string, id: string): string =>
  referencesOf(field)?.find(({ value }) => value === id)?.label ?? id

/** A field that refers to each collection. */
const FIELDS: Readonly<Record<Exclude<Listed, 'items'>, string>> = {
  people: 'owner',
  groups: 'group',
  categories: 'category',
  services: 'service',
  departments: 'department',
  calendars: 'calendar',
  rotas: 'rota',
  'chat-channels': 'chatChannel',
}

/** The name of a document of a collection, as far as it has been read. */
export const documentName = (collection: Listed, id: string): string =>
  collection === 'items' ? itemName(id) : referenceLabel(FIELDS[collection], id)

/** Suggestions for what may also be typed freely. */
export const suggestionsOf = (field: string): readonly string[] => {
  if (field === 'timeZone') return Intl.supportedValuesOf('timeZone')
  return field === 'businessGroup' ? businessGroupOptions().map(({ value }) => value) : []
}
