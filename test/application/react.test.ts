import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noticeKey } from '../../shared/application/notice-record.ts'
import type { StreamChange } from '../../shared/application/ports.ts'
import { PROBLEMS_LIST, raiseProblem } from '../../shared/application/problems.ts'
import { react } from '../../shared/application/react.ts'
import { wakeUp } from '../../shared/application/wake-up.ts'
import type { MessageNotice } from '../../shared/domain/notice/notice.ts'
import type { Problem } from '../../shared/domain/problem/problem-decider.ts'
import type { RecordKey } from '../../shared/domain/record.ts'
import { DeskOnTable, letThrough } from '../support/desk-on-table.ts'
import { dyingAtEveryCall } from '../support/dying.ts'
import { testTable } from '../support/dynamodb.ts'
import { asActor, inShanghai, MONDAY_9, personNamed } from '../support/ticket-fixtures.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(startOver)

function startOver(): void {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
  for (const list of [desk.mails, desk.schedules, desk.published, desk.stream]) list.length = 0
}

const grace = asActor(personNamed('grace'))

type EventChange = Extract<StreamChange, { readonly kind: 'event' }>

const changeOf = (kind: RecordKey['kind'], type: string): EventChange => {
  const found = desk.stream.findLast(
    (change): change is EventChange =>
      change.kind === 'event' && change.line.record.kind === kind && change.line.event.type === type,
  )
  if (!found) throw new Error(`no ${kind} says ${type}`)
  return found
}

const notice = async (id: string) => (await desk.deps.store.load<MessageNotice>(noticeKey(id)))?.state
const problems = async () =>
  (await desk.deps.store.list<Problem>('kind', PROBLEMS_LIST, { limit: 100 })).items.map(({ summary }) => summary)
const published = () => new Set(desk.published.map(({ id }) => id))

/** What a ticket's first hours lead to, by whatever way the changes came. */
const outcome = async (number: string) => ({
  mails: [...new Set(desk.mails.map(({ id }) => id))].toSorted(),
  published: [...published()].toSorted(),
  schedules: [...new Set(desk.schedules.map(({ key, at }) => `${key.kind} ${key.id} ${at}`))]
    .filter((schedule) => schedule.includes('ticket'))
    .toSorted(),
  problems: (await problems()).filter(({ fromTicket }) => fromTicket === number).length,
  acknowledgement: (await notice(`${number}.1.0.message.anna`))?.status,
})

/** Recorded, assigned, asked back, answered and made a problem of. */
const firstHours = async (): Promise<string> => {
  const number = await desk.opened()
  await desk.act('grace', number, { type: 'assign', group: 'network', assignee: 'noor' })
  await desk.act('noor', number, { type: 'accept' })
  await desk.act('noor', number, { type: 'wait', code: 'requester', reason: 'which floor?' })
  await raiseProblem(desk.deps, number, 'why?', grace, {})
  return number
}

const sameNumbers = (number: string, text: object): unknown =>
  JSON.parse(JSON.stringify(text).replaceAll(number, 'NUMBER'))

describe('what follows from the stream', () => {
  test('is the same in order, twice, and the wrong way round [NOT-4] [SLA-6]', async () => {
    const once = await firstHours()
    await desk.settle()
    const inOrder = sameNumbers(once, await outcome(once))
    expect(inOrder).toMatchObject({
      problems: 1,
      acknowledgement: 'sent',
      mails: expect.arrayContaining(['NUMBER.1.0.message.anna', 'NUMBER.2.0.message.noor', 'NUMBER.4.0.message.anna']),
    })

    startOver()
    const again = await firstHours()
    const changes = [...desk.stream]
    const mark = desk.stream.length
    for (const change of [...changes.toReversed(), ...changes]) await react(desk.deps, change)
    await desk.settle(mark)
    await desk.settle(mark)
    expect(sameNumbers(again, await outcome(again))).toEqual(inOrder)
  })

  test('publishes every line of a ticket’s history, and schedules each moment it wants to be woken at [SLA-6]', async () => {
    const number = await desk.opened()
    await desk.settle()
    expect(published()).toEqual(
      new Set((await desk.history(number)).flatMap(({ id }) => (id.startsWith('ticket') ? [id] : []))),
    )
    expect(desk.schedules).toContainEqual({ key: { kind: 'ticket', id: number }, at: inShanghai('2026-03-02 09:30') })
  })

  test('is nothing where a change means nothing', async () => {
    desk.fate = async (name) => Promise.reject(new Error(`asked ${name}`))
    await react(desk.deps, { kind: 'nothing' })
  })
})

/** A delivery that fails is delivered again by the stream, from the same change. */
describe('a reaction that dies at any call to the outside, delivered again,', () => {
  test('leaves each notice planned once and the event published [NOT-4]', async () => {
    const deaths = await dyingAtEveryCall(desk, {
      arrange: async () => {
        const number = await desk.opened()
        const change = changeOf('ticket', 'recorded')
        return {
          deliver: () => react(desk.deps, change),
          end: async () => ({
            planned: desk.stream.filter((line) => line.kind === 'event' && line.line.record.id.startsWith(`${number}.`))
              .length,
            status: (await notice(`${number}.1.0.message.anna`))?.status,
            published: published().has(change.line.id),
          }),
        }
      },
      check: (end, died) => expect(end, died).toEqual({ planned: 1, status: 'planned', published: true }),
    })
    expect(deaths).toEqual(expect.arrayContaining(['after store.commit', 'before bus.publish', 'after bus.publish']))
  })

  test('registers the problem once [PRB-1] [LIF-11]', async () => {
    await dyingAtEveryCall(desk, {
      arrange: async () => {
        const number = await desk.opened()
        await desk.act('grace', number, { type: 'accept' })
        await raiseProblem(desk.deps, number, 'why?', grace, {})
        const change = changeOf('ticket', 'problem-raised')
        return {
          deliver: () => react(desk.deps, change),
          end: async () => (await problems()).filter(({ fromTicket }) => fromTicket === number),
        }
      },
      check: (end, died) => expect(end, died).toMatchObject([{ state: 'registered', question: 'why?' }]),
    })
  })

  test('sends each notice, under one id, however its attempts end [NOT-4]', async () => {
    await dyingAtEveryCall(desk, {
      arrange: async () => {
        startOver()
        const number = await desk.opened()
        await react(desk.deps, changeOf('ticket', 'recorded'))
        const change = changeOf('notice', 'planned')
        const id = `${number}.1.0.message.anna`
        return {
          deliver: () => react(desk.deps, change),
          end: async () => {
            for (const minutes of [5, 5]) {
              desk.waitMinutes(minutes)
              await wakeUp(desk.deps, noticeKey(id))
            }
            const mails = desk.mails.filter((mail) => mail.id === id).map((mail) => JSON.stringify(mail))
            return { different: new Set(mails).size, status: (await notice(id))?.status }
          },
        }
      },
      check: (end, died) => expect(end, died).toEqual({ different: 1, status: 'sent' }),
    })
  })

  test('schedules the wake-up [SLA-6]', async () => {
    await dyingAtEveryCall(desk, {
      arrange: async () => {
        startOver()
        await desk.opened()
        const change = desk.stream.find(({ kind }) => kind === 'wake-up') ?? { kind: 'nothing' }
        return { deliver: () => react(desk.deps, change), end: async () => new Set(desk.schedules.map(({ at }) => at)) }
      },
      check: (end, died) => expect(end, died).toEqual(new Set([inShanghai('2026-03-02 09:30')])),
    })
  })
})
