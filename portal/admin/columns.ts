import type { Collection } from './collection.ts'

/** What the list of a collection shows beside the name. */
export const COLUMNS: Readonly<
  Record<Exclude<Collection, 'policies' | 'codes' | 'report-settings'>, readonly string[]>
> = {
  people: ['email', 'department', 'roles', 'groups'],
  groups: ['line', 'lead'],
  categories: ['group', 'secondLineGroup'],
  services: ['criticality', 'owner', 'calendar'],
  items: ['service', 'externalIds'],
  departments: ['head', 'sharesTickets'],
  calendars: ['timeZone', 'publishedThrough'],
  rotas: ['timeZone', 'neededDuring'],
  'chat-channels': ['provider', 'parameter'],
}

export type Listed = keyof typeof COLUMNS
