import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mergeDuplicates } from '../../shared/application/duplicates.ts'
import { react } from '../../shared/application/react.ts'
import { duplicatesOf } from '../../shared/domain/ticket/merge.ts'
import { solved } from '../domain/ticket/tickets-in-every-state.ts'
import { DeskOnTable, letThrough } from '../support/desk-on-table.ts'
import { testTable } from '../support/dynamodb.ts'
import { anna, asActor, MONDAY_9, personNamed, requesterOf, victor } from '../support/ticket-fixtures.ts'
import { ticketLinesSince } from './received-mail.ts'

let desk: DeskOnTable
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
  desk.mails.length = 0
})

const grace = asActor(personNamed('grace'))

const merges = async (into: string, ...numbers: readonly string[]) => {
  const duplicates = await Promise.all(numbers.map((number) => desk.ticket(number)))
  return mergeDuplicates(desk.deps, { into: await desk.ticket(into), duplicates }, grace, {})
}

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'not refused',
    (error: { readonly code: string; readonly message: string }) => `${error.code}: ${error.message}`,
  )

const stateOf = async (number: string) => (await desk.ticket(number)).state
const listedOn = async (number: string) => duplicatesOf(await desk.ticket(number)).map((one) => one.number)
const said = async (number: string) =>
  (await desk.history(number)).flatMap(({ event }) => (event.type === 'commented' ? [event] : []))

describe('merging', () => {
  test('closes several at once, before the stream is read [INT-13]', async () => {
    const [into, one, two] = [await desk.opened(), await desk.opened(), await desk.opened()]
    await merges(into, one, two)
    expect([await stateOf(into), await stateOf(one), await stateOf(two)]).toEqual(['recorded', 'merged', 'merged'])
    expect(await listedOn(into)).toEqual([one, two])
  })

  test('does all or nothing where one cannot be merged [INT-13]', async () => {
    const [into, one, gone] = [await desk.opened(), await desk.opened(), await desk.opened()]
    await desk.act('grace', gone, { type: 'cancel', reason: 'not needed' })
    expect(await refusal(merges(into, one, gone))).toBe(
      `not-mergeable: ${gone} cannot be merged: it is cancelled, and only open tickets are merged.`,
    )
    expect([await stateOf(one), await listedOn(into)]).toEqual(['recorded', []])
  })

  test('lets nothing about security out among more people [INT-13] [PRI-9]', async () => {
    const [into, secret] = [await desk.opened(), await desk.opened({ security: true })]
    expect(await refusal(merges(into, secret))).toContain('information security')
    await merges(secret, into)
    expect(await stateOf(into)).toBe('merged')
  })

  test('is finished by the stream when the process dies in between, and delivered twice changes nothing [INT-13]', async () => {
    const [into, one] = [await desk.opened(), await desk.opened()]
    const mark = desk.stream.length
    let commits = 0
    desk.fate = async (name, call) => {
      if (name === 'store.commit' && ++commits === 2) throw new Error('died')
      return call()
    }
    await expect(merges(into, one)).rejects.toThrow('died')
    desk.fate = letThrough
    expect([await listedOn(into), await stateOf(one)]).toEqual([[one], 'recorded'])
    await desk.settle(mark)
    expect(await stateOf(one)).toBe('merged')
    const events = ticketLinesSince(desk, mark).length
    for (const change of desk.stream.slice(mark)) await react(desk.deps, change)
    expect(ticketLinesSince(desk, mark)).toHaveLength(events)
  })

  test('that comes too late for one of them leaves the list as it is [INT-13]', async () => {
    const [into, one] = [await desk.opened(), await desk.opened()]
    const before = await desk.ticket(one)
    await desk.act('grace', one, { type: 'cancel', reason: 'not needed' })
    await mergeDuplicates(desk.deps, { into: await desk.ticket(into), duplicates: [before] }, grace, {})
    expect([await stateOf(one), await listedOn(into)]).toEqual(['cancelled', []])
  })

  test('is undone, also when the decision is delivered once more afterwards [INT-13]', async () => {
    const [into, one] = [await desk.opened(), await desk.opened()]
    const mark = desk.stream.length
    await merges(into, one)
    await desk.act('grace', one, { type: 'unmerge' })
    await desk.settle(mark)
    for (const change of desk.stream.slice(mark).toReversed()) await react(desk.deps, change)
    expect([await stateOf(one), await listedOn(into)]).toEqual(['recorded', []])
    await merges(into, one)
    for (const change of desk.stream.slice(mark)) await react(desk.deps, change)
    expect([await stateOf(one), await listedOn(into)]).toEqual(['merged', [one]])
  })

  test('is told to the requester of the duplicate [INT-13]', async () => {
    const [into, one] = [await desk.opened({ requester: requesterOf(victor) }), await desk.opened()]
    const mark = desk.stream.length
    await merges(into, one)
    await desk.settle(mark)
    expect(desk.mails.map(({ to, subject }) => [to.address, subject.includes('together')])).toEqual([
      [anna.email, true],
    ])
  })
})

describe('a later reply', () => {
  const speaks = async (number: string, text: string) => {
    const mark = desk.stream.length
    await desk.act(asActor(anna), number, { type: 'comment', text, visibility: 'public' })
    await desk.settle(mark)
    await desk.settle(mark)
    return ticketLinesSince(desk, mark)
  }

  test('follows to the ticket that goes on, once, and among staff when that is another requester’s [INT-13] [ROL-3]', async () => {
    const [into, one] = [await desk.opened({ requester: requesterOf(victor) }), await desk.opened()]
    await merges(into, one)
    await speaks(one, 'And the lift.')
    expect(await said(one)).toMatchObject([{ text: 'And the lift.', passedOnTo: into }])
    expect(await said(into)).toMatchObject([
      { text: 'And the lift.', of: one, by: { name: anna.name }, visibility: 'internal', from: 'other' },
    ])
  })

  test('of the same requester is theirs there too [INT-13]', async () => {
    const [into, one] = [await desk.opened(), await desk.opened()]
    await merges(into, one)
    await speaks(one, 'Again.')
    expect(await said(into)).toMatchObject([{ from: 'requester', visibility: 'public' }])
  })

  test('goes all the way where that one was merged too [INT-13]', async () => {
    const [last, into, one] = [await desk.opened(), await desk.opened(), await desk.opened()]
    await merges(into, one)
    await merges(last, into)
    await speaks(one, 'Any news?')
    expect(await said(last)).toMatchObject([{ text: 'Any news?', of: into, by: { name: anna.name } }])
  })

  test('opens a new ticket once the other has closed, so that nothing is lost [INT-13] [INT-7]', async () => {
    const [into, one] = [await desk.opened({ requester: requesterOf(victor) }), await desk.opened()]
    await merges(into, one)
    await desk.act('grace', into, solved)
    await desk.act('grace', into, { type: 'close', code: 'solved', satisfaction: { score: 5, comment: null } })
    const opened = (await speaks(one, 'It is back.')).flatMap(({ event }) => (event.type === 'recorded' ? [event] : []))
    expect(opened).toMatchObject([{ description: 'It is back.', relatedTo: one, requester: { personId: 'anna' } }])
  })

  test('of a stranger is nobody’s who is known [INT-13] [INT-6]', async () => {
    const [into, one] = [await desk.opened(), await desk.opened()]
    await merges(into, one)
    await desk.act('grace', into, { type: 'cancel', reason: 'not needed' })
    const mark = desk.stream.length
    const stranger = {
      kind: 'mail',
      name: 'Mallory',
      email: 'm@elsewhere.example',
      verified: false,
      staff: false,
    } as const
    await desk.act(stranger, one, { type: 'comment', text: 'Me too', visibility: 'public' })
    await desk.settle(mark)
    const opened = ticketLinesSince(desk, mark).find(({ event }) => event.type === 'recorded')
    expect(opened?.event).toMatchObject({
      channel: 'email',
      acknowledge: false,
      requester: { personId: null, email: 'm@elsewhere.example', verified: false },
    })
  })
})
