import type { Deps } from '../../../shared/application/deps.ts'
import { executeOn } from '../../../shared/application/execute.ts'
import { MEASURES, type MeasureSummary, measureKey, measureRecord } from '../../../shared/application/measures.ts'
import { keepMinutes, reviewKey } from '../../../shared/application/month-reviews.ts'
import { nextInSeries } from '../../../shared/application/number-series.ts'
import type { improvementEndpoints } from '../../../shared/contract/improvement-endpoints.ts'
import type { Measure, MeasureCommand } from '../../../shared/domain/improvement/measure.ts'
import { IMPROVERS } from '../../../shared/domain/improvement/measure-decider.ts'
import type { MonthReview } from '../../../shared/domain/improvement/month-review.ts'
import { type Actor, hasRole } from '../../../shared/domain/people/actor.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { tellingChanges } from '../handlers/telling-changes.ts'
import type { Call, Handler } from '../route.ts'
import { changeOf } from '../views/change-view.ts'
import { historyView, measureView } from './improvement-view.ts'

type Improvement = typeof improvementEndpoints
type Answers = { readonly [Operation in keyof Improvement]: Handler<Improvement[Operation]> }

const HISTORY_SHOWN = 50

/** REP-5: the plan is read by those the reports are for; whoever owns a measure sees that one. */
const seesAll = (actor: Actor): boolean => hasRole(actor, ...IMPROVERS, 'management')

const isOwner = ({ owner }: Pick<Measure, 'owner'>, actor: Actor): boolean =>
  actor.kind === 'person' && owner.id === actor.id

const unknown = (number: string): never =>
  refuse('not-found', 'unknown-measure', `There is no measure ${number}; GET /measures lists what there is.`)

const checkSeen = (measure: Measure | undefined, number: string, actor: Actor): Measure =>
  measure && (seesAll(actor) || isOwner(measure, actor)) ? measure : unknown(number)

const listMeasures: Answers['listMeasures'] = async ({ deps, query, caller: { actor } }) => {
  const { cursor, limit, state, review } = query
  const isAll = seesAll(actor) && review === undefined
  const where = (summary: MeasureSummary) =>
    (seesAll(actor) || isOwner(summary, actor)) && (review === undefined || summary.review === review)
  const page = await deps.store.list<MeasureSummary>('kind', MEASURES[state], {
    cursor,
    limit,
    order: state === 'open' ? 'ascending' : 'descending',
    ...(!isAll && { where }),
  })
  return {
    body: { items: page.items.map(({ summary, version }) => measureView(summary, version)), cursor: page.cursor },
  }
}

const planMeasure: Answers['planMeasure'] = async ({ deps, body, caller: { actor }, idempotency }) => {
  const number = await nextInSeries(deps, 'SIP')
  const command = { type: 'plan' as const, ...body, detail: body.detail ?? '', number }
  const execution = { idempotency, isNew: true }
  const { state, version } = await executeOn(deps, measureRecord, measureKey(number), command, actor, execution)
  return { body: measureView(state, version), version, location: `/api/v1/measures/${state.number}` }
}

const getMeasure: Answers['getMeasure'] = async ({ deps, params: { number }, caller: { actor } }) => {
  const { record, history } = await deps.store.loadWithHistory<Measure>(measureKey(number), { limit: HISTORY_SHOWN })
  const state = checkSeen(record?.state, number, actor)
  const version = record?.version ?? 0
  const mayChange = hasRole(actor, ...IMPROVERS)
  return { body: { ...measureView(state, version), mayChange, history: history.items.map(historyView) }, version }
}

type ActCall = Pick<
  Call<Improvement['noteOnMeasure']>,
  'deps' | 'params' | 'caller' | 'expectedVersion' | 'idempotency'
>

/** The body, with the act's name, is the command. What others may not see they cannot act on either. */
const doing =
  <Body>(commandOf: (body: Body) => MeasureCommand) =>
  async (call: ActCall & { readonly body: Body }) => {
    const { deps, params, body, caller, expectedVersion, idempotency } = call
    const key = measureKey(params.number)
    if (!seesAll(caller.actor)) checkSeen((await deps.store.load<Measure>(key))?.state, params.number, caller.actor)
    const act = () =>
      executeOn(deps, measureRecord, key, commandOf(body), caller.actor, { expectedVersion, idempotency })
    const { state, version } = await tellingChanges(call, key, (lines) => lines.map(changeOf), act)
    return { body: measureView(state, version), version }
  }

const reviewReply = ({ state, version }: { readonly state: MonthReview; readonly version: number }) => ({
  body: { ...state, version },
  version,
})

const notReviewed = (month: string): never =>
  refuse('not-found', 'not-reviewed', `${month} has not been reviewed yet; keep the minutes with If-None-Match: *.`)

const loadReview = async (deps: Deps, month: string) =>
  (await deps.store.load<MonthReview>(reviewKey(month))) ?? notReviewed(month)

/** What the API answers about the monthly review and the improvement plan (REP-5). */
export const improvementAnswers: Answers = {
  getMonthReview: async ({ deps, params: { month } }) => reviewReply(await loadReview(deps, month)),
  keepMinutes: async (call) => {
    const { deps, params, body, caller, expectedVersion, idempotency } = call
    if (expectedVersion !== 0) await loadReview(deps, params.month)
    const keep = () => keepMinutes(deps, { ...params, ...body }, caller.actor, { expectedVersion, idempotency })
    return reviewReply(await tellingChanges(call, reviewKey(params.month), (lines) => lines.map(changeOf), keep))
  },
  listMeasures,
  planMeasure,
  listMeasureOwners: async ({ deps }) => {
    const { staff } = await deps.settings.desk()
    const active = [...staff.values()].filter((person) => person.active)
    return { body: { items: active.map(({ id, name }) => ({ id, name })) } }
  },
  getMeasure,
  changeMeasure: doing((body) => ({ type: 'change', ...body })),
  noteOnMeasure: doing((body) => ({ type: 'note', ...body })),
  finishMeasure: doing((body) => ({ type: 'finish', ...body })),
  dropMeasure: doing((body) => ({ type: 'drop', ...body })),
  reopenMeasure: doing((body) => ({ type: 'reopen', ...body })),
}
