import type { MeasureSummary } from '../../../shared/application/measures.ts'
import type { HistoryLine } from '../../../shared/application/ports.ts'
import type { Frozen } from '../../../shared/contract/endpoint.ts'
import type { measure, measureSeen } from '../../../shared/contract/improvement-view.ts'
import type { ValueOf } from '../../../shared/contract/schema.ts'
import type { MeasureEvent } from '../../../shared/domain/improvement/measure.ts'

type MeasureView = Frozen<ValueOf<typeof measure>>
type HistoryView = Frozen<ValueOf<typeof measureSeen>>['history'][number]

export const measureView = (measure: MeasureSummary, version: number): MeasureView => {
  const { number, title, detail, owner, dueOn, state, overdue, review, ticket } = measure
  const { progress, outcome, plannedAt, endedAt, updatedAt } = measure
  return {
    ...{ number, title, detail, owner, dueOn, state, overdue, review, ticket },
    ...{ progress, outcome, plannedAt, endedAt, updatedAt, version },
  }
}

const textOf = (event: MeasureEvent): string | null => {
  switch (event.type) {
    case 'measure-noted':
      return event.text
    case 'measure-done':
    case 'measure-dropped':
      return event.outcome
    case 'measure-reopened':
      return event.why
    default:
      return null
  }
}

/** What people change by hand; the rest follows. */
const SHOWN = ['title', 'detail', 'dueOn', 'owner'] as const

const said = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value ?? '')

export const historyView = ({ at, actor, event, changes = {} }: HistoryLine): HistoryView => ({
  at,
  actor: { kind: actor.kind, name: actor.name },
  type: event.type,
  text: textOf(event as MeasureEvent),
  changes: SHOWN.flatMap((field) => {
    const change = changes[field]
    return change ? [{ field, before: said(change.before), after: said(change.after) }] : []
  }),
})
