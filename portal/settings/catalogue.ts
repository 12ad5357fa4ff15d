import { computed, signal } from '@preact/signals'
import { type AnswerOf, call } from '../api/call.ts'
import { readAll } from '../api/read-pages.ts'
import { named } from '../texts/texts.ts'

type ValueOf<Name extends 'listGroups' | 'listCategories' | 'listServices' | 'listItems'> =
  AnswerOf<Name>['items'][number]['value']

export type Group = ValueOf<'listGroups'>
export type Category = ValueOf<'listCategories'>
export type Service = ValueOf<'listServices'>
export type Item = ValueOf<'listItems'>
export type Codes = AnswerOf<'getCodes'>['value']
export type Policy = AnswerOf<'getPolicy'>['value']

/** The desk's settings that pages show by name; read once after the sign-in. */
export const groups = signal<readonly Group[]>([])
export const categories = signal<readonly Category[]>([])
export const services = signal<readonly Service[]>([])
export const codes = signal<Codes | null>(null)
export const policy = signal<Policy | null>(null)

const values = <Value>(items: readonly { readonly value: Value }[]): readonly Value[] => items.map(({ value }) => value)

/** There is one policy and one page of codes; both have this id. */
const ONLY = { params: { id: 'default' }, query: {} } as const

export const readCatalogue = async (): Promise<void> => {
  const [theGroups, theCategories, theServices, theCodes, thePolicy] = await Promise.all([
    readAll('listGroups'),
    readAll('listCategories'),
    readAll('listServices'),
    call('getCodes', ONLY),
    call('getPolicy', ONLY),
  ])
  groups.value = values(theGroups)
  categories.value = values(theCategories)
  services.value = values(theServices)
  codes.value = theCodes.value
  policy.value = thePolicy.value
}

type Named = { readonly id: string; readonly name: Readonly<Record<'zh-CN' | 'en', string>> }

/** The name of an id in today's language; the id itself when the settings no longer have it. */
const nameIn = (list: readonly Named[], id: string): string => {
  const found = list.find((one) => one.id === id)
  return found ? named(found.name) : id
}

export const groupName = (id: string): string => nameIn(groups.value, id)
export const categoryName = (id: string): string => nameIn(categories.value, id)
export const serviceName = (id: string): string => nameIn(services.value, id)

type CodeList = {
  [List in keyof Codes]: Codes[List] extends readonly { readonly code: string }[] ? List : never
}[keyof Codes]

export const codeName = (list: CodeList, code: string): string => {
  const found = codes.value?.[list].find((one) => one.code === code)
  return found ? named(found.name) : code
}

export const warnAtShare = computed(() => (policy.value?.warnAtPercent ?? 80) / 100)
