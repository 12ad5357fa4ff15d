import type { Texts } from '../language.ts'
import type { Criticality } from './policy.ts'

export type Line = 'desk' | 1 | 2 | 'vendor'

/** A support group; its members are the people who name it. */
export type Group = { readonly id: string; readonly name: Texts; readonly line: Line; readonly lead: string | null }

/** PRI-2: a category selects the support group that works first, and the second line behind it. */
export type Category = {
  readonly id: string
  readonly name: Texts
  readonly group: string
  readonly secondLineGroup: string | null
}

/** CFG-1 */
export type Service = {
  readonly id: string
  readonly name: Texts
  readonly criticality: Criticality
  readonly owner: string | null
  readonly projectManager: string | null
  readonly calendar: string
  readonly businessGroup: string | null
}

/** A configuration item; `externalIds` are the names monitoring knows it by (instance id, host name …). */
export type Item = {
  readonly id: string
  readonly name: string
  readonly service: string | null
  readonly externalIds: readonly string[]
}

/** `sharesTickets`: people of the department see one another's tickets (ROL-3). */
export type Department = {
  readonly id: string
  readonly name: Texts
  readonly head: string | null
  readonly sharesTickets: boolean
}

export const CHAT_PROVIDERS = ['wecom', 'dingtalk', 'feishu', 'slack', 'teams'] as const
export type ChatProvider = (typeof CHAT_PROVIDERS)[number]

/** NOT-1: a group chat the desk writes into. Its address and key are secrets: `parameter` names where they are kept. */
export type ChatChannel = {
  readonly id: string
  readonly name: Texts
  readonly provider: ChatProvider
  readonly parameter: string
}

export type Code = { readonly code: string; readonly name: Texts }

/** WAI-1 */
export type WaitCode = Code & {
  readonly stopsClock: boolean
  readonly endedBy: 'requester-answer' | 'date' | 'person'
  readonly longestStayWorkingMinutes: number
}

/** The code lists an administrator edits as one page. `bySystem`: set by the desk itself, never by a person. */
export type Codes = {
  readonly classes: readonly Code[]
  readonly channels: readonly (Code & { readonly typedIn: boolean })[]
  readonly waitCodes: readonly WaitCode[]
  readonly closeCodes: readonly (Code & { readonly bySystem: boolean })[]
  readonly notObtainedCodes: readonly (Code & { readonly bySystem: boolean })[]
}
