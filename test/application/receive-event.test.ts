import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { receiveEvent } from '../../shared/application/receive-event.ts'
import { putSetting } from '../../shared/application/setting-record.ts'
import { plus } from '../../shared/domain/instant.ts'
import { DESK } from '../../shared/domain/people/actor.ts'
import { alarmEvent, arnNamed, withDetail } from '../support/alarm-events.ts'
import { DeskOnTable, type Fate, letThrough, meetingAt } from '../support/desk-on-table.ts'
import { dyingAtEveryCall } from '../support/dying.ts'
import { testTable } from '../support/dynamodb.ts'
import { MONDAY_9 } from '../support/ticket-fixtures.ts'
import { kept, ticketLinesSince } from './received-mail.ts'

let desk: DeskOnTable
let alarm: string
beforeAll(async () => {
  desk = await new DeskOnTable(await testTable()).open()
})
beforeEach(() => {
  desk.moveTo(MONDAY_9)
  desk.fate = letThrough
  alarm = crypto.randomUUID()
})

type State = 'ALARM' | 'OK'
/** The alarm of this test changes now, or so many seconds from now by CloudWatch's clock. */
const event = (state: State, seconds = 0, name = alarm) => alarmEvent(name, state, plus(desk.now(), seconds * 1000))

/** The desk hears of it. @returns the numbers of the incidents that opens */
const hear = async (heard: unknown): Promise<readonly string[]> => {
  const mark = desk.stream.length
  await receiveEvent(desk.deps, heard)
  return openedSince(mark)
}
const openedSince = (mark: number) =>
  ticketLinesSince(desk, mark).flatMap(({ event: { type }, record }) => (type === 'recorded' ? [record.id] : []))

const opened = async (heard: unknown): Promise<string> => {
  const [number, ...more] = await hear(heard)
  if (number === undefined || more.length > 0) throw new Error('it did not open one incident')
  return number
}
const watch = async (number: string) => (await desk.ticket(number)).alarm

/** Ten minutes of OK have resolved it. */
const recovered = async (): Promise<string> => {
  const number = await opened(event('ALARM'))
  desk.waitMinutes(1)
  await hear(event('OK'))
  desk.waitMinutes(10)
  await desk.wakeDue()
  expect((await desk.ticket(number)).state).toBe('resolved')
  return number
}

describe('ALARM', () => {
  test('opens an incident with alarm, metric, region, account, item and service from its tags [INT-8]', async () => {
    desk.tags[arnNamed(alarm)] = { 'firstline:service': 'erp', 'firstline:item': 'erp-1' }
    expect(await desk.ticket(await opened(event('ALARM')))).toMatchObject({
      channel: 'alarm',
      title: `Alarm: ${alarm}`,
      service: 'erp',
      item: 'erp-1',
      category: 'monitoring',
      requester: { name: 'Monitoring', email: null },
      calendar: { id: '24x7' },
      alarm: {
        arn: arnNamed(alarm),
        metric: 'AWS/EC2 CPUUtilization',
        region: 'eu-central-1',
        account: '111122223333',
        occurrences: 1,
      },
    })
  })

  test('finds item and service by what monitoring calls the item, and says when a tag is wrong [INT-8] [CFG-1]', async () => {
    const item = { id: 'web-1', name: 'Web 1', service: 'shop', externalIds: [`i-${alarm}`] }
    await putSetting(desk.deps, 'item', 'web-1', item, DESK)
    desk.tags[arnNamed(alarm)] = { 'firstline:service': 'nothing-we-know' }
    expect(await desk.ticket(await opened(event('ALARM')))).toMatchObject({
      item: 'web-1',
      service: 'shop',
      description: expect.stringMatching(/Region: eu-central-1[\s\S]*unknown service: nothing-we-know/),
    })
  })

  test('is acknowledged to nobody [INT-5] [INT-8]', async () => {
    const settled = desk.stream.length
    await opened(event('ALARM'))
    await desk.settle(settled)
    expect(desk.mails.filter(({ headers }) => headers['Auto-Submitted'] === 'auto-replied')).toEqual([])
  })

  test('again while it is open is counted on it; the same event again is not [INT-8]', async () => {
    const number = await opened(event('ALARM'))
    expect(await hear(event('ALARM'))).toEqual([])
    expect(await watch(number)).toMatchObject({ occurrences: 1 })
    expect(await hear(event('ALARM', 60))).toEqual([])
    expect(await hear(event('ALARM', 60))).toEqual([])
    expect(await watch(number)).toMatchObject({ occurrences: 2 })
  })

  test('of another region or account is another alarm [INT-8]', async () => {
    const here = await opened(event('ALARM'))
    const there = await opened({ ...event('ALARM', 1), region: 'cn-north-1' })
    expect(there).not.toBe(here)
    expect(await watch(here)).toMatchObject({ occurrences: 1 })
  })

  test('late, and out of order, changes nothing [INT-8]', async () => {
    const number = await opened(event('ALARM'))
    await hear(event('OK', 60))
    const before = await desk.ticket(number)
    await hear(event('ALARM', 30))
    await hear(event('OK', 45))
    await hear(event('ALARM', -60))
    expect(await desk.ticket(number)).toEqual(before)
  })

  test('that is over before it is heard of opens nothing; a later one does [INT-8]', async () => {
    expect(await hear(event('OK', 60))).toEqual([])
    expect(await hear(event('OK', 30)), 'an older OK is not remembered instead').toEqual([])
    expect(await hear(event('ALARM', 45))).toEqual([])
    expect(await hear(event('ALARM', 61))).toHaveLength(1)
  })
})

describe('at the same moment', () => {
  test('two ALARMs open one incident, which knows of the later [INT-8]', async () => {
    const mark = desk.stream.length
    desk.fate = meetingAt('store.commit', 2)
    await Promise.all([hear(event('ALARM')), hear(event('ALARM', 1))])
    const [number, ...more] = openedSince(mark)
    expect(more).toEqual([])
    expect(await watch(number ?? '')).toMatchObject({ changedAt: plus(MONDAY_9, 1000) })
  })

  test('the same ALARM twice opens one and counts one [INT-8]', async () => {
    const mark = desk.stream.length
    desk.fate = meetingAt('store.commit', 2)
    await Promise.all([hear(event('ALARM')), hear(event('ALARM'))])
    const [number, ...more] = openedSince(mark)
    expect(more).toEqual([])
    expect(await watch(number ?? '')).toMatchObject({ occurrences: 1 })
  })

  /** The second event is heard and done with while the first one is about to write. */
  const overtaken = async (first: unknown, second: unknown): Promise<void> => {
    desk.fate = async (name, call) => {
      if (name !== 'store.commit') return call()
      desk.fate = letThrough
      await hear(second)
      return call()
    }
    await hear(first)
  }

  test('an ALARM overtaken by its OK, and an OK overtaken by its ALARM, end in an incident that knows of the OK [INT-8]', async () => {
    for (const way of ['ALARM overtaken', 'OK overtaken']) {
      alarm = crypto.randomUUID()
      const mark = desk.stream.length
      const [alarmed, cleared] = [event('ALARM'), event('OK', 1)]
      await (way === 'ALARM overtaken' ? overtaken(alarmed, cleared) : overtaken(cleared, alarmed))
      const [number = '', ...more] = openedSince(mark)
      expect(more, way).toEqual([])
      expect(await watch(number), way).toMatchObject({ state: 'OK', changedAt: plus(MONDAY_9, 1000) })
    }
  })

  test('an incident is closed while its alarm rings again: another one is opened [INT-8]', async () => {
    const number = await recovered()
    const closing: Fate = async (name, call) => {
      const found = await call()
      if (name !== 'store.load') return found
      desk.fate = letThrough
      await desk.act('grace', number, { type: 'close', code: 'solved', satisfaction: { score: 5, comment: null } })
      return found
    }
    desk.fate = closing
    expect(await desk.ticket(await opened(event('ALARM')))).toMatchObject({ relatedTo: number })
  })
})

describe('after it was over', () => {
  test('OK for ten minutes resolves it; ALARM within thirty minutes re-opens it [INT-8]', async () => {
    const number = await recovered()
    desk.waitMinutes(30)
    expect(await hear(event('ALARM'))).toEqual([])
    expect(await desk.ticket(number)).toMatchObject({ state: 'recorded', alarm: { state: 'ALARM', occurrences: 2 } })
  })

  test('ALARM later than that opens another that refers to it; two at once open one [INT-8]', async () => {
    const number = await recovered()
    desk.moveTo(plus(desk.now(), 30 * 60_000 + 1))
    const mark = desk.stream.length
    desk.fate = meetingAt('store.commit', 2)
    await Promise.all([hear(event('ALARM')), hear(event('ALARM', 1))])
    const [next, ...more] = openedSince(mark)
    expect(more).toEqual([])
    expect(await desk.ticket(next ?? '')).toMatchObject({ relatedTo: number, state: 'recorded' })
    expect((await desk.ticket(number)).state).toBe('resolved')
    expect(await hear(event('ALARM', 2))).toEqual([])
    expect(await watch(next ?? '')).toMatchObject({ state: 'ALARM' })
  })

  test('OK heard then makes an ALARM from before it a late one [INT-8]', async () => {
    await recovered()
    desk.waitMinutes(31)
    await hear(event('OK', 60))
    expect(await hear(event('ALARM', 59))).toEqual([])
    expect(await hear(event('ALARM', 61))).toHaveLength(1)
  })

  test('three flaps within the hour mute it [INT-8]', async () => {
    const number = await opened(event('ALARM'))
    for (let flap = 0; flap < 3; flap += 1) {
      desk.waitMinutes(1)
      await hear(event('OK'))
      desk.waitMinutes(1)
      await hear(event('ALARM'))
    }
    expect(await watch(number)).toMatchObject({ muted: true, occurrences: 4 })
  })
})

describe('events that are no alarm to act on', () => {
  test.for([
    [
      'suppressed by a composite alarm',
      { state: { value: 'ALARM', timestamp: MONDAY_9, actionsSuppressedBy: 'Alarm' } },
    ],
    ['muted by a rule', { muteDetail: { mutedBy: 'rule' } }],
    ['of a scaling policy', { alarmName: 'TargetTracking-table/x-AlarmHigh' }],
    ['of the desk itself', { alarmName: 'firstline-react-errors' }],
  ] as const)('ALARM %s opens nothing and is not kept [INT-8]', async ([, detail]) => {
    const before = (await kept(desk, 'event')).length
    expect(await hear(withDetail(event('ALARM'), detail))).toEqual([])
    expect(await kept(desk, 'event')).toHaveLength(before)
  })

  test('a suppressed OK still clears [INT-8]', async () => {
    const number = await opened(event('ALARM'))
    await hear(withDetail(event('OK', 1), { muteDetail: { mutedBy: 'rule' } }))
    expect(await watch(number)).toMatchObject({ state: 'OK' })
  })

  test('a contributor’s change is the alarm’s own business [INT-8]', async () => {
    const contributor = { ...event('ALARM'), 'detail-type': 'CloudWatch Alarm Contributor State Change' }
    expect(await hear(contributor)).toEqual([])
  })

  test('a deleted alarm marks its open incident, once; of any other alarm it says nothing [INT-8]', async () => {
    const number = await opened(event('ALARM'))
    const changed = { ...event('ALARM', 1), 'detail-type': 'CloudWatch Alarm Configuration Change' }
    await hear(withDetail(changed, { operation: 'update' }))
    expect(await watch(number)).toMatchObject({ deleted: false })
    const mark = desk.stream.length
    for (let delivered = 0; delivered < 2; delivered += 1) await hear(withDetail(changed, { operation: 'delete' }))
    expect(ticketLinesSince(desk, mark)).toMatchObject([{ event: { type: 'alarm-deleted' } }])
    await hear(withDetail({ ...changed, resources: [arnNamed('unheard-of')] }, { operation: 'delete' }))
  })

  test('what is not understood is kept whole where the desk sees it, once [INT-8]', async () => {
    const unknown = {
      id: 'unknown-1',
      source: 'aws.cloudwatch',
      'detail-type': 'CloudWatch Alarm Dream',
      detail: { a: 1 },
    }
    for (const heard of [unknown, unknown, 'no event at all', null, { ...unknown, id: 'x'.repeat(5000) }]) {
      expect(await hear(heard)).toEqual([])
    }
    const all = await kept(desk, 'event')
    expect(all).toHaveLength(4)
    const [first] = all.filter(({ id }) => id === 'event-unknown-1')
    expect(first?.reason).toMatch(/names no alarm/)
    expect(await desk.deps.store.load({ kind: 'mail', id: 'event-unknown-1' })).toMatchObject({
      state: { body: JSON.stringify(unknown) },
    })
  })
})

test('a process that dies at any call to the outside leaves one incident, counted once, when the event comes again [INT-8]', async () => {
  await dyingAtEveryCall(desk, {
    arrange: async () => {
      alarm = crypto.randomUUID()
      const mark = desk.stream.length
      const heard = event('ALARM')
      return {
        deliver: () => receiveEvent(desk.deps, heard),
        end: () => Promise.all([...new Set(openedSince(mark))].map(watch)),
      }
    },
    check: (watches, died) => expect(watches, died).toMatchObject([{ occurrences: 1, state: 'ALARM' }]),
  })
})
