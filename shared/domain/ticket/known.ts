import { refuse } from '../refusal.ts'
import type { Group, WaitCode } from '../setting/catalogue.ts'
import type { Desk } from '../setting/desk.ts'

const oneOf = (what: string, code: string | null | undefined, codes: Iterable<string>): string | undefined => {
  if (code === undefined || code === null) return undefined
  const all = [...codes]
  if (all.includes(code)) return code
  const list = all.length <= 20 ? ` Known are: ${all.join(', ')}.` : ''
  return refuse('invalid', `unknown-${what}`, `There is no ${what} "${code}".${list}`)
}

/** Checks codes against the desk's lists; undefined and null pass. @throws DomainError invalid, naming what there is */
export const known = {
  class: (desk: Desk, code: string | undefined) =>
    oneOf(
      'class',
      code,
      desk.codes.classes.map((c) => c.code),
    ),
  channel: (desk: Desk, code: string) =>
    oneOf(
      'channel',
      code,
      desk.codes.channels.map((c) => c.code),
    ),
  category: (desk: Desk, id: string | undefined) => oneOf('category', id, desk.categories.keys()),
  service: (desk: Desk, id: string | null | undefined) => oneOf('service', id, desk.services.keys()),
}

export const knownGroup = (desk: Desk, id: string): Group =>
  desk.groups.get(id) ??
  refuse('invalid', 'unknown-group', `There is no group "${id}". Known are: ${[...desk.groups.keys()].join(', ')}.`)

export const knownWaitCode = (desk: Desk, code: string): WaitCode =>
  desk.codes.waitCodes.find((c) => c.code === code) ??
  refuse(
    'invalid',
    'unknown-wait-code',
    `There is no waiting code "${code}". Known are: ${desk.codes.waitCodes.map((c) => c.code).join(', ')}.`,
  )
