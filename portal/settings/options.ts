import type { Option } from '../form/fields.tsx'
import { named } from '../texts/texts.ts'
import { categories, codes, groups, services } from './catalogue.ts'

type Named = { readonly id: string; readonly name: Readonly<Record<'zh-CN' | 'en', string>> }
type Coded = {
  readonly code: string
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>
  readonly bySystem?: boolean
}

const byId = (list: readonly Named[]): readonly Option[] =>
  list.map(({ id, name }) => ({ value: id, label: named(name) }))

/** Codes the desk sets by itself are nothing to choose. */
const byCode = (list: readonly Coded[] = []): readonly Option[] =>
  list.filter(({ bySystem }) => bySystem !== true).map(({ code, name }) => ({ value: code, label: named(name) }))

export const groupOptions = () => byId(groups.value)
export const categoryOptions = () => byId(categories.value)
export const serviceOptions = () => byId(services.value)
export const classOptions = () => byCode(codes.value?.classes)
export const waitOptions = () => byCode(codes.value?.waitCodes)
export const closeOptions = () => byCode(codes.value?.closeCodes)
export const notObtainedOptions = () => byCode(codes.value?.notObtainedCodes)
export const typedInChannelOptions = () => byCode(codes.value?.channels.filter(({ typedIn }) => typedIn))
