import { refuse } from '../refusal.ts'
import type { Group, WaitCode } from '../setting/catalogue.ts'
import type { Desk } from '../setting/desk.ts'

const unknown = (what: string, code: string, all: readonly string[]): never => {
  const list = all.length <= 20 ? ` Known are: ${all.join(', ')}.` : ''
  return refuse('invalid', `unknown-${what}`, `There is no ${what} "${code}".${list}`)
}

const oneOf = (what: string, code: string | null | undefined, codes: Iterable<string>): string | undefined => {
  if (code === undefined || code === null) return undefined
  const all = [...codes]
  return all.includes(code) ? code : unknown(what, code, all)
}

/** Checks codes against the desk's lists; undefined and null pass. @throws DomainError invalid, naming what there is */
export const known = {
  class: (desk: Desk, code: string | undefined) =>
    oneOf(
      'class',
      code,
      desk.codes.classes.map((c) => c.code),
    ),
  category: (desk: Desk, id: string | undefined) => oneOf('category', id, desk.categories.keys()),
  service: (desk: Desk, id: string | null | undefined) => oneOf('service', id, desk.services.keys()),
}

export const knownChannel = (desk: Desk, code: string): string => {
  const codes = desk.codes.channels.map((c) => c.code)
  return codes.includes(code) ? code : unknown('channel', code, codes)
}

export const knownGroup = (desk: Desk, id: string): Group =>
  desk.groups.get(id) ?? unknown('group', id, [...desk.groups.keys()])

export const knownWaitCode = (desk: Desk, code: string): WaitCode =>
  desk.codes.waitCodes.find((c) => c.code === code) ??
  unknown(
    'wait-code',
    code,
    desk.codes.waitCodes.map((c) => c.code),
  )
