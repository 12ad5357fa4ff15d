import { beforeAll, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const TICKETS = '/api/v1/tickets'

type Figure = { readonly count: number; readonly query: string }

let desk: ApiDesk

const recorded = async (extra: object) =>
  (
    await desk.post(TICKETS, 'grace', {
      title: 'Printer prints blank pages',
      description: 'Since nine',
      category: 'printing',
      requester: { personId: 'anna' },
      ...extra,
    })
  ).body

const assigned = async (extra: object, group: string) => {
  const { number, version } = await recorded(extra)
  return (await desk.post(`${TICKETS}/${number}/assign`, 'grace', { group }, version)).body
}

const dashboard = async (as: string) => (await desk.get('/api/v1/dashboard', as)).body

const listed = async (query: string, as: string): Promise<readonly string[]> => {
  const { items } = (await desk.get(TICKETS, as, Object.fromEntries(new URLSearchParams(`${query}&limit=100`)))).body
  return items.map(({ number }: { number: string }) => number)
}

/** Yesterday one ticket; today five, of which one is security's and one was cancelled. It is half past ten in Shanghai. */
beforeAll(async () => {
  desk = await openApiDesk()
  await recorded({ title: 'Of yesterday', impact: 'minor', urgency: 'low' })
  desk.advance(24 * 60)
  await recorded({ impact: 'moderate', urgency: 'critical', channel: 'walk-in' })
  await assigned({ impact: 'minor', urgency: 'medium' }, 'workplace')
  const waiting = await assigned({ impact: 'minor', urgency: 'medium' }, 'network')
  await desk.post(
    `${TICKETS}/${waiting.number}/wait`,
    'grace',
    { code: 'requester', reason: 'Which one?' },
    waiting.version,
  )
  await recorded({ title: 'Passwords on a wall', security: true })
  const cancelled = await recorded({ channel: 'letter' })
  await desk.post(`${TICKETS}/${cancelled.number}/cancel`, 'grace', { reason: 'Twice' }, cancelled.version)
  desk.advance(30)
})

describe('the dashboard', () => {
  test('counts what is open by state, priority and group [REP-6]', async () => {
    const { open, complete } = await dashboard('grace')
    expect(complete).toBe(true)
    expect(open).toMatchObject({ count: 5, query: 'view=open' })
    const counts = (name: string, figures: readonly Record<string, unknown>[]) =>
      Object.fromEntries(figures.map((figure) => [figure[name], figure['count']]))
    expect(counts('state', open.byState)).toEqual({ recorded: 3, assigned: 1, accepted: 0, waiting: 1 })
    expect(counts('priority', open.byPriority)).toEqual({ 1: 0, 2: 1, 3: 3, 4: 1 })
    expect(counts('group', open.byGroup)).toEqual({ desk: 3, network: 1, workplace: 1 })
  })

  test('says what was missed, and what is due next in the order of time [REP-6]', async () => {
    const { missed, dueNext } = await dashboard('grace')
    expect(missed).toEqual({ count: 2, query: 'view=missed' })
    const dues = dueNext.items.map(({ dueAt }: { dueAt: string }) => dueAt)
    expect(dues).toEqual(dues.toSorted())
    expect(dues.length).toBeGreaterThan(0)
    expect(dues.every((at: string) => at >= '2026-03-03T02:30:00.000Z')).toBe(true)
  })

  test('counts today’s intake by channel, whatever has become of it, by the desk’s own day [REP-6]', async () => {
    const { intake } = await dashboard('grace')
    expect(intake).toMatchObject({ on: '2026-03-03', count: 5, query: 'view=recorded&on=2026-03-03' })
    expect(intake.byChannel).toEqual([
      { channel: 'hotline', count: 3, query: 'view=recorded&on=2026-03-03&channel=hotline' },
      { channel: 'letter', count: 1, query: 'view=recorded&on=2026-03-03&channel=letter' },
      { channel: 'walk-in', count: 1, query: 'view=recorded&on=2026-03-03&channel=walk-in' },
    ])
  })

  test.each(['grace', 'petra'])(
    'every figure is the length of the list behind it, for %s [REP-6] [PRI-9]',
    async (as) => {
      const { open, missed, intake, dueNext } = await dashboard(as)
      const figures: readonly Figure[] = [
        open,
        ...open.byState,
        ...open.byPriority,
        ...open.byGroup,
        missed,
        intake,
        ...intake.byChannel,
      ]
      const lists = await Promise.all(figures.map(({ query }) => listed(query, as)))
      expect(lists.map(({ length }) => length)).toEqual(figures.map(({ count }) => count))
      expect(await listed(dueNext.query, as)).toEqual(dueNext.items.map(({ number }: { number: string }) => number))
    },
  )

  test('leaves out what is kept from the caller [PRI-9]', async () => {
    expect((await dashboard('petra')).open.count).toBe((await dashboard('grace')).open.count - 1)
  })

  test('is for the people who work on tickets [ROL-3]', async () => {
    expect((await desk.get('/api/v1/dashboard', 'anna')).status).toBe(403)
  })
})

describe('lists of what is open', () => {
  test.each(['open', 'missed', 'due', 'recorded'])('%s is for staff [ROL-3]', async (view) => {
    expect((await desk.get(TICKETS, 'anna', { view })).status).toBe(403)
  })

  test('the longest overdue comes first', async () => {
    const { items } = (await desk.get(TICKETS, 'diana', { view: 'missed' })).body
    expect(items[0].title).toBe('Of yesterday')
    expect((await desk.get(TICKETS, 'diana', { view: 'open', limit: '1' })).body.items).toMatchObject([items[0]])
  })

  test('a page is full of what is asked for, and the next goes on behind it [API-1]', async () => {
    const query = { view: 'open', state: 'recorded', limit: '2' }
    const first = (await desk.get(TICKETS, 'diana', query)).body
    expect(first.items).toHaveLength(2)
    const second = (await desk.get(TICKETS, 'diana', { ...query, cursor: first.cursor })).body
    const both = [...first.items, ...second.items].map(({ number }: { number: string }) => number)
    expect(new Set(both).size).toBe(3)
    expect(second.cursor).toBeNull()
  })

  test('any list can be narrowed', async () => {
    expect(await listed('view=requested&person=anna&state=cancelled', 'diana')).toHaveLength(1)
    expect(await listed('view=queue&group=desk&priority=2', 'diana')).toHaveLength(1)
  })
})

test('bad ratings stand there until they are reviewed, whatever became of the ticket [CLO-6]', async () => {
  const asked = { title: 'Mail is slow', channel: 'hotline' }
  const { number, version } = await recorded(asked)
  const act = async (name: string, who: string, body: object, at: number) =>
    (await desk.post(`${TICKETS}/${number}/${name}`, who, body, at)).body
  const accepted = await act('accept', 'grace', {}, version)
  const outcome = { outcome: 'cure', solution: 'Done', cause: null, environmentChanged: false, leftToFindOut: null }
  const resolved = await act('resolve', 'grace', outcome, accepted.version)
  const satisfaction = { score: 1, comment: 'Three days!' }
  const closed = await act('close', 'grace', { code: 'solved', satisfaction }, resolved.version)
  const { ratingReviews } = await dashboard('diana')
  expect(ratingReviews.count).toBe(1)
  expect(await listed(ratingReviews.query, 'diana')).toEqual([number])
  const found = { finding: 'Nobody called', cause: 'Holidays', measure: 'A deputy', conversation: 'She was cross' }
  const reviewed = await act('review-rating', 'diana', found, closed.version)
  expect(reviewed).toMatchObject({ ratingReview: 'done', ratingReviewed: found })
  expect((await dashboard('diana')).ratingReviews.count).toBe(0)
})

test('major incidents that are worked on stand on their own, until it is none or it is solved [MAJ-9]', async () => {
  const { number, version } = await recorded({ title: 'All is down', impact: 'extensive', urgency: 'critical' })
  const majors = async (): Promise<readonly string[]> =>
    (await dashboard('paula')).majors.map((row: { readonly number: string }) => row.number)
  expect(await majors()).toEqual([number])
  const judged = { confirmed: false, reason: 'One room only.' }
  expect((await desk.post(`${TICKETS}/${number}/judge-major`, 'paula', judged, version)).status).toBe(200)
  expect(await majors()).toEqual([])
})
