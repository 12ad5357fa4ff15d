import type { Level } from '../../escalation/level.ts'
import type { Instant } from '../../instant.ts'
import type { Audience, MajorRole, Stage } from '../../major-incident/procedure.ts'
import type { Impact, Priority, Urgency } from '../../priority/grade.ts'
import type { Step } from '../../setting/policy.ts'
import type { TicketState } from '../../ticket/ticket.ts'
import type { MessageOf, Template, TicketFacts } from '../message.ts'

/** What a template may use besides its own variables. */
export type Telling = {
  readonly ticket: TicketFacts
  /** An instant in the recipient's language and the desk's zone. */
  readonly when: (at: Instant) => string
}

/** One notice in words. Everything is plain text; what people have written stands in `quote` alone, word for word. */
export type Wording = {
  /** What has happened, in a few words; the ticket's tag goes before it and its title after it. */
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly quote: string | null
  /** MAJ-6: a Markdown document the mail consists of. */
  readonly document?: string
  /** What happens next, or what the recipient is asked to do. */
  readonly next: string
  /** What a text message says; without names and titles, so that it fits and stays in the plain alphabet. */
  readonly sms: string
}

export type TextsFor<T extends Template> = {
  readonly [K in T]: (message: MessageOf<K>, telling: Telling) => Wording
}

/** Everything around the wording, and the names of things; a language is complete when it has all of these. */
export type Words = {
  readonly greeting: (name: string) => string
  /** Between a label and what it labels, and between the subject and the title. */
  readonly colon: string
  readonly labels: {
    readonly number: string
    readonly title: string
    readonly state: string
    readonly priority: string
    readonly service: string
    readonly requester: string
    readonly group: string
    readonly assignee: string
    readonly respondBy: string
    readonly restoreBy: string
    readonly next: string
  }
  readonly buttons: {
    readonly open: string
    readonly confirm: string
    readonly reject: string
    readonly insist: string
    readonly agree: string
    readonly object: string
    readonly acknowledge: string
  }
  /** NOT-3: why a notice asks for an answer, and what happens without one. */
  readonly ladder: {
    readonly insteadOf: (name: string) => string
    readonly pleaseAcknowledge: (minutes: number) => string
    /** In a text message, before the link. */
    readonly acknowledge: string
    /** Before the subject of what is told again; `times` it has been told before. */
    readonly reminder: (times: number) => string
    readonly toldBefore: (times: number) => string
  }
  /** NOT-5: several matters in one message. */
  readonly together: {
    readonly subject: (count: number) => string
    readonly paragraph: (count: number) => string
    readonly next: string
    /** `number` and `priority` are those of the most urgent ticket. */
    readonly sms: (count: number, number: string, priority: Priority) => string
    /** How many more there are than a chat has room for. */
    readonly more: (count: number) => string
  }
  /** How to answer, and that no person wrote this. */
  readonly footer: (deskName: string) => readonly string[]
  readonly states: Readonly<Record<TicketState, string>>
  readonly priorities: Readonly<Record<Priority, string>>
}

/** The procedure of a major incident in words. */
export type MajorNames = {
  readonly stages: Readonly<Record<Stage, string>>
  readonly roles: Readonly<Record<MajorRole, string>>
  readonly audiences: Readonly<Record<Audience, string>>
}

export type LanguageTexts = {
  readonly words: Words
  readonly notices: TextsFor<Template>
}

/** Names used inside sentences. */
export type Names = {
  readonly levels: Readonly<Record<Level, string>>
  readonly steps: Readonly<Record<Step, string>>
  readonly impacts: Readonly<Record<Impact, string>>
  readonly urgencies: Readonly<Record<Urgency, string>>
}
