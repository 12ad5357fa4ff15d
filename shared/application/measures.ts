import type { Measure, MeasureCommand, MeasureEvent } from '../domain/improvement/measure.ts'
import { type MeasureContext, measureDecider } from '../domain/improvement/measure-decider.ts'
import { measureLetter } from '../domain/improvement/measure-letter.ts'
import { letterHtml } from '../domain/notice/rendering/letter-html.ts'
import { letterText } from '../domain/notice/rendering/letter-text.ts'
import { CLOCK, DESK } from '../domain/people/actor.ts'
import type { RecordKey } from '../domain/record.ts'
import { suppressionOf } from './address-record.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { ownMail } from './own-mail.ts'
import { wholeList } from './pages-of.ts'
import type { RecordType } from './record-type.ts'

/** Open measures, the first due first; ended ones, by when they ended. */
export const MEASURES = { open: 'MEASURE-OPEN', ended: 'MEASURE-ENDED' } as const

export const measureKey = (number: string): RecordKey => ({ kind: 'measure', id: number })

/** What lists show: all of it but the bookkeeping. */
export type MeasureSummary = Omit<Measure, 'toTell' | 'remindAt'>

const summaryOf = ({ toTell: _, remindAt: __, ...summary }: Measure): MeasureSummary => summary

export const measureRecord: RecordType<Measure, MeasureCommand, MeasureEvent, MeasureContext> = {
  kind: 'measure',
  decider: measureDecider,
  context: async (base, _, { settings }) => ({ ...base, desk: await settings.desk() }),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: (measure) => ({
    places: {
      kind:
        measure.endedAt === null
          ? { key: MEASURES.open, sort: `${measure.dueOn}#${measure.number}` }
          : { key: MEASURES.ended, sort: `${measure.endedAt}#${measure.number}` },
    },
    summary: summaryOf(measure),
  }),
}

/** REP-5: everything of the plan that is still open, the first due first. */
export const openMeasures = async ({ store }: Deps): Promise<readonly MeasureSummary[]> =>
  (await wholeList<MeasureSummary>(store, 'kind', MEASURES.open)).map(({ summary }) => summary)

/** Time has passed for a measure: one that is overdue says so. */
export const wakeMeasure = async (deps: Deps, key: RecordKey, refresh: boolean): Promise<void> => {
  await executeOn(deps, measureRecord, key, { type: 'wake' }, CLOCK, { refreshWakeUp: refresh })
}

/**
 * Tells the owner what they are still to be told. Noted when it is done, so that a second delivery finds nothing left; a
 * process that dies in between sends the same mail again, under the same id.
 * @throws Error when the mail cannot be sent, so that it is tried again
 */
export const tellMeasureOwner = async (deps: Deps, key: RecordKey): Promise<void> => {
  const measure = (await deps.store.load<Measure>(key))?.state
  if (!measure?.toTell) return
  const { identity } = deps
  const to = (await deps.settings.desk()).staff.get(measure.owner.id)
  if (to?.active && !(await suppressionOf(deps, to.email))) {
    const url = `${identity.publicUrl}/improvement/${measure.number}`
    const letter = measureLetter({ ...measure, toTell: measure.toTell }, to, { deskName: identity.name, url })
    const mail = ownMail(identity, {
      id: `measure.${measure.number}.${measure.updatedAt}.${to.id}`,
      to: { name: to.name, address: to.email },
      subject: letter.subject,
      text: letterText(letter),
      html: letterHtml(letter, to.language),
    })
    await deps.mailer.send(mail)
  }
  await executeOn(deps, measureRecord, key, { type: 'note-told' }, DESK)
}
