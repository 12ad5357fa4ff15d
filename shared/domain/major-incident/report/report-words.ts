import type { Step } from '../../setting/policy.ts'
import type { Resolution } from '../../ticket/ticket.ts'
import type { Audience } from '../procedure.ts'

/** Everything the draft of an analysis report says by itself, in one language [MAJ-6]. */
export type ReportWords = {
  readonly title: (number: string, title: string) => string
  readonly labels: Readonly<
    Record<
      | 'service'
      | 'priority'
      | 'requester'
      | 'recorded'
      | 'confirmed'
      | 'restored'
      | 'duration'
      | 'place'
      | 'impact'
      | 'urgency'
      | 'children'
      | 'when'
      | 'what'
      | 'who'
      | 'role'
      | 'name'
      | 'promise'
      | 'due'
      | 'kept'
      | 'onSite'
      | 'vendor'
      | 'assignee'
      | 'reviewer',
      string
    >
  >
  readonly headings: Readonly<
    Record<'summary' | 'impact' | 'timeline' | 'cause' | 'actions' | 'people' | 'service' | 'followUps', string>
  >
  /** What only people can say; the draft asks for it in its place. */
  readonly toComplete: Readonly<Record<'summary' | 'impact' | 'cause' | 'followUps', string>>
  readonly duration: (minutes: number) => string
  readonly outcomes: Readonly<Record<Resolution['outcome'], string>>
  readonly steps: Readonly<Record<Step, string>>
  readonly kept: string
  readonly missed: string
  readonly environmentChanged: string
  readonly problem: (number: string) => string
  readonly happened: {
    readonly recorded: string
    readonly candidate: string
    readonly judged: (confirmed: boolean) => string
    readonly overdue: string
    readonly escalated: (level: string) => string
    readonly accepted: string
    readonly contacted: string
    readonly onSite: (name: string, place: string) => string
    readonly arrived: string
    readonly resource: (what: string) => string
    readonly secondLine: string
    readonly vendor: (name: string) => string
    readonly updated: (audience: Audience, text: string) => string
    readonly found: (cause: string) => string
    readonly solved: (solution: string) => string
    readonly reopened: (reason: string) => string
    readonly reviewed: string
  }
}
