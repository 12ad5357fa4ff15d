import type { Api } from '../../shared/contract/api.ts'
import { request } from '../api/call.ts'
import type { Json, JsonObject } from './document.ts'

type Listing =
  | 'listPeople'
  | 'listGroups'
  | 'listCategories'
  | 'listServices'
  | 'listItems'
  | 'listDepartments'
  | 'listCalendars'
  | 'listCodes'
  | 'listRotas'
  | 'listChatChannels'
  | 'listPolicies'
  | 'listReportSettings'
type LastOf<Path extends string> = Path extends `/api/v1/${infer Name}` ? Name : never

/** What an administrator edits: each has GET and PUT /api/v1/{collection}/{id}, whose schema its form is made of. */
export type Collection = LastOf<Api[Listing]['path']>

export type Stored = { readonly version: number; readonly value: Json }
export type Summary = { readonly id: string; readonly value: JsonObject }
export type SummaryPage = { readonly items: readonly Summary[]; readonly cursor: string | null }

const urlOf = (collection: Collection, id: string): string => `/api/v1/${collection}/${encodeURIComponent(id)}`

/** @throws Refused, Unreachable, SignedOut; so do the others */
export const readDocument = async (collection: Collection, id: string, version?: number): Promise<Stored> => {
  const query = version === undefined ? '' : `?version=${version}`
  return (await (await request(urlOf(collection, id) + query, 'GET')).json()) as Stored
}

export const writeDocument = async (
  collection: Collection,
  id: string,
  body: Json,
  version: number | 'new',
): Promise<Stored> => (await (await request(urlOf(collection, id), 'PUT', { body, version })).json()) as Stored

/** People are listed as they are, settings with their version around them. */
const summaryOf = (item: JsonObject): Summary => {
  const { id, value } = item
  return { id: String(id), value: typeof value === 'object' && value !== null ? (value as JsonObject) : item }
}

export const readSummaries = async (
  collection: Collection,
  search: Readonly<Record<string, string>>,
): Promise<SummaryPage> => {
  const query = new URLSearchParams({ limit: '100', ...search })
  const response = await request(`/api/v1/${collection}?${query}`, 'GET')
  const { items, cursor } = (await response.json()) as { items: readonly JsonObject[]; cursor: string | null }
  return { items: items.map(summaryOf), cursor }
}
