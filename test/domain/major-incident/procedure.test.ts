import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import { situation } from '../../../shared/domain/major-incident/situation.ts'
import { stageOf } from '../../../shared/domain/major-incident/stage.ts'
import type { TicketCommand } from '../../../shared/domain/ticket/command.ts'
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts'
import { deskAtWork, refusalOf } from '../../support/desk-at-work.ts'
import { deskWithPolicy, GRADES, MONDAY_9, recorded } from '../../support/ticket-fixtures.ts'
import { closed, solved } from '../ticket/tickets-in-every-state.ts'

const MINUTE_MS = 60_000
const at = (minutes: number) => plus(MONDAY_9, minutes * MINUTE_MS)

const candidate = (setUp = deskWithPolicy({})) => {
  const desk = deskAtWork({ desk: setUp })
  desk.act('grace', recorded({ ...GRADES[1], service: 'mail' }))
  desk.act('grace', { type: 'assign', group: 'network' })
  desk.act('noor', { type: 'accept' })
  return desk
}

const confirm: TicketCommand = { type: 'judge-major', confirmed: true, reason: 'all are down' }
const lead: TicketCommand = { type: 'set-major-roles', roles: { commander: { id: 'ivan' }, scribe: { name: 'Temp' } } }
const send: TicketCommand = { type: 'send-on-site', engineer: { id: 'hao' }, place: 'Floor 3', appointedFor: at(20) }

const confirmed = () => {
  const desk = candidate()
  desk.act('paula', confirm)
  return desk
}

const resolved = () => {
  const desk = confirmed()
  desk.act('noor', solved)
  return desk
}

const reviewed = () => {
  const desk = resolved()
  desk.act('paula', { type: 'review-solution', satisfied: true })
  return desk
}

const procedure = (ticket: Ticket) => {
  if (!ticket.procedure) throw new Error('there is no procedure')
  return ticket.procedure
}

describe('the road', () => {
  test('priority 1 makes a candidate and tells the PM at once [MAJ-1]', () => {
    const desk = candidate()
    expect(stageOf(desk.current())).toBe('candidate')
    expect(desk.all('major-candidate-raised')).toEqual([
      { type: 'major-candidate-raised', dueAt: null, told: ['paula'] },
    ])
    expect(procedure(desk.current()).startedAt).toBe(MONDAY_9)
  })

  test('from the candidate to the end, step by step [MAJ-2…MAJ-7] [MAJ-9]', () => {
    const desk = candidate()
    const acts: readonly (readonly [string, TicketCommand])[] = [
      ['paula', confirm],
      ['grace', lead],
      ['grace', send],
      ['hao', { type: 'note-arrival' }],
      ['noor', { type: 'ask-second-line', reason: 'the core switch' }],
      ['ivan', { type: 'involve-vendor', vendor: 'Acme', reference: 'A-1', reason: 'firmware' }],
      ['noor', solved],
      ['paula', { type: 'review-solution', satisfied: true }],
      ['grace', { type: 'write-report', text: '# Report' }],
      ['paula', { type: 'approve-report', version: 1 }],
      ['grace', { type: 'send-report', version: 1 }],
      ['grace', { type: 'contact', medium: 'phone', reached: true, note: 'It works.', faultConfirmed: true }],
      ['grace', closed],
    ]
    const stages = acts.map(([who, command]) => {
      desk.act(who, command)
      return stageOf(desk.current())
    })
    expect(stages).toEqual([
      'mobilising',
      'mobilising',
      'first-line',
      'first-line',
      'second-line',
      'vendor',
      'review',
      'report',
      'report',
      'report',
      'call-back',
      'call-back',
      'closed',
    ])
    expect(procedure(desk.current()).steps.map(({ stage }) => stage)).toEqual(['candidate', ...new Set(stages)])
  })

  test('a demoted candidate goes the normal road, its clocks kept; so does a confirmed one [MAJ-2]', () => {
    const desk = candidate()
    const before = desk.current()
    desk.act('paula', { type: 'judge-major', confirmed: false, reason: 'one floor only' })
    expect(stageOf(desk.current())).toBe('demoted')
    expect(desk.current()).toMatchObject({ priority: before.priority, recordedAt: before.recordedAt, pauses: [] })
    const later = confirmed()
    later.act('paula', { type: 'demote-major', reason: 'smaller than it looked' })
    expect(stageOf(later.current())).toBe('demoted')
    later.fastForward({ days: 30 })
    expect(later.all('major-step-overdue')).toEqual([])
    expect(later.all('update-missed')).toEqual([])
  })

  test('a ticket stored before there was a procedure has none, until somebody decides something in it [MAJ-9]', () => {
    const { procedure: _, children: __, ...old } = candidate().current()
    const desk = deskAtWork({ ticket: old, at: at(500) })
    expect(stageOf(desk.current())).toBeNull()
    expect(situation(desk.current(), desk.context())).toBeNull()
    desk.act('paula', confirm)
    expect(stageOf(desk.current())).toBe('mobilising')
    expect(procedure(desk.current()).startedAt).toBe(at(500))
  })

  test('a candidate that is cancelled is over; an unjudged one that is solved still waits for its judgement [MAJ-2]', () => {
    const cancelled = candidate()
    cancelled.act('grace', { type: 'cancel', reason: 'a drill' })
    expect(stageOf(cancelled.current())).toBe('closed')
    const desk = candidate()
    desk.act('noor', solved)
    expect(stageOf(desk.current())).toBe('candidate')
    desk.act('paula', confirm)
    expect(stageOf(desk.current())).toBe('review')
  })
})

describe('the clocks', () => {
  test('silence goes to management after 30 minutes, and again each time twice as long, until somebody judges [MAJ-2]', () => {
    const desk = candidate()
    desk.fastForward({ hours: 5 })
    expect(desk.all('major-step-overdue').map(({ round, dueAt }) => [round, dueAt])).toEqual([
      [0, at(30)],
      [1, at(60)],
      [2, at(120)],
      [3, at(240)],
    ])
    expect(desk.all('major-step-overdue').map(({ told }) => told)).toEqual([
      ['martin', 'ivan'],
      ['martin', 'ivan', 'paula'],
      ['martin', 'ivan', 'paula'],
      ['martin', 'ivan', 'paula'],
    ])
    desk.act('paula', confirm)
    desk.fastForward({ days: 2 })
    expect(desk.all('major-step-overdue').filter(({ stage }) => stage === 'candidate')).toHaveLength(4)
  })

  test('a policy sets the minutes, and one written before there were any means the usual [MAJ-2] [ESC-9]', () => {
    const { major } = deskWithPolicy({}).policy.value
    if (!major) throw new Error('a new desk has a policy for major incidents')
    const quick = candidate(deskWithPolicy({ major: { ...major, silenceMinutes: 5 } }))
    quick.fastForward({ minutes: 6 })
    expect(quick.all('major-step-overdue')).toHaveLength(1)
    const { policy, ...rest } = deskWithPolicy({})
    const { major: _, ...before } = policy.value
    const old = candidate({ ...rest, policy: { version: 1, value: before } })
    old.fastForward({ minutes: 31 })
    expect(old.all('major-step-overdue').map(({ dueAt }) => dueAt)).toEqual([at(30)])
  })

  test('nobody told of a silence is told again of the same one, and in the end it rests [ESC-8] [NOT-4]', () => {
    const desk = candidate()
    desk.fastForward({ days: 120 })
    const rounds = desk.all('major-step-overdue').map(({ round }) => round)
    expect(rounds).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(desk.wakeAt()).toBeNull()
  })

  test('the second line is asked an hour after the candidate moment, the vendor an hour later [MAJ-1] [MAJ-3]', () => {
    const desk = candidate()
    desk.fastForward({ minutes: 40 })
    desk.act('paula', confirm)
    desk.fastForward({ minutes: 30 })
    expect(desk.all('major-second-line-asked')).toEqual([
      { type: 'major-second-line-asked', group: 'platform', reason: null, dueAt: at(60), told: ['petra', 'ivan'] },
    ])
    desk.fastForward({ hours: 2 })
    expect(desk.all('major-vendor-asked')).toMatchObject([{ vendor: null, dueAt: at(120) }])
    expect(desk.all('major-vendor-asked')[0]?.told).toContain('martin')
    expect(stageOf(desk.current())).toBe('vendor')
    desk.act('grace', { type: 'involve-vendor', vendor: 'Acme', reason: 'firmware' })
    expect(procedure(desk.current()).vendor).toMatchObject({ at: at(120), name: 'Acme' })
  })

  test('waiting that stops the clocks stops those of the lines too, never the silence [MAJ-3] [WAI-3]', () => {
    const desk = confirmed()
    desk.act('noor', { type: 'wait', code: 'parts', reason: 'the part is on its way' })
    desk.fastForward({ hours: 3 })
    expect(desk.all('major-second-line-asked')).toEqual([])
    desk.act('noor', { type: 'resume' })
    desk.fastForward({ minutes: 61 })
    expect(desk.all('major-second-line-asked').map(({ dueAt }) => dueAt)).toEqual([at(240)])
  })

  test('a late confirmation finds the time of the first line over and asks the second at once [MAJ-1] [MAJ-3]', () => {
    const desk = candidate()
    desk.fastForward({ minutes: 90 })
    const events = desk.act('paula', confirm)
    expect(events.map(({ type }) => type)).toContain('major-second-line-asked')
  })

  test('a missed update reminds, then escalates; posting one starts the rhythm anew [MAJ-4]', () => {
    const desk = confirmed()
    desk.act('paula', lead)
    desk.fastForward({ minutes: 80 })
    const missed = desk.all('update-missed').filter(({ audience }) => audience === 'requesters')
    expect(missed.map(({ round, dueAt, told }) => [round, dueAt, told])).toEqual([
      [0, at(60), ['ivan']],
      [1, at(75), ['ivan', 'paula', 'martin']],
    ])
    desk.act('ivan', { type: 'update-audience', audience: 'requesters', text: 'Half is back.' })
    desk.fastForward({ minutes: 59 })
    expect(desk.all('update-missed').filter(({ audience }) => audience === 'requesters')).toHaveLength(2)
    expect(procedure(desk.current()).updates.requesters).toEqual({ at: at(80), by: 'Ivan', text: 'Half is back.' })
    expect(procedure(desk.current()).updates.management).toBeNull()
  })

  test('without anybody in charge the desk is reminded of updates [MAJ-4]', () => {
    const desk = confirmed()
    desk.fastForward({ minutes: 61 })
    expect(desk.all('update-missed')[0]?.told).toEqual(['grace', 'wei'])
  })

  test.each([
    ['mobilising', confirmed, 15, ['paula', 'ivan', 'grace', 'wei'], { minutes: 16 }],
    ['review', resolved, 60, ['paula', 'ivan'], { minutes: 61 }],
    ['report', reviewed, 2_880, ['paula', 'ivan'], { minutes: 2_881 }],
  ] as const)('%s: who is told when it waits too long [MAJ-5] [MAJ-6]', (stage, start, minutes, told, time) => {
    const desk = start()
    desk.fastForward(time)
    expect(desk.all('major-step-overdue').filter((event) => event.stage === stage)).toEqual([
      { type: 'major-step-overdue', stage, round: 0, dueAt: at(minutes), told },
    ])
  })

  test('the desk is reminded of the call-back, and it never closes by itself [MAJ-7]', () => {
    const desk = reviewed()
    desk.act('grace', { type: 'write-report', text: '# Report' })
    desk.act('paula', { type: 'approve-report', version: 1 })
    desk.act('grace', { type: 'send-report', version: 1 })
    desk.fastForward({ minutes: 61 })
    expect(desk.all('major-step-overdue')).toMatchObject([{ stage: 'call-back', told: ['grace', 'wei'] }])
    desk.act('grace', { type: 'contact', medium: 'phone', reached: true, note: 'fine', faultConfirmed: true })
    desk.fastForward({ days: 60 })
    expect(desk.all('major-step-overdue')).toHaveLength(1)
    expect(desk.current().state).toBe('resolved')
  })
})

describe('what people decide', () => {
  test('roles are given and taken; whoever gets one is told and may act [MAJ-3]', () => {
    const desk = confirmed()
    expect(refusalOf(() => desk.act('sofia', { type: 'update-audience', audience: 'management', text: 'x' }))).toBe(
      'forbidden not-your-act',
    )
    desk.act('grace', { type: 'set-major-roles', roles: { communications: { id: 'sofia' } } })
    expect(desk.all('major-roles-set')[0]?.told).toEqual(['sofia'])
    desk.act('sofia', { type: 'update-audience', audience: 'management', text: 'Power is back.' })
    expect(desk.all('audience-updated')).toEqual([
      { type: 'audience-updated', audience: 'management', text: 'Power is back.', of: null, told: ['martin', 'paula'] },
    ])
    desk.act('grace', { type: 'set-major-roles', roles: { communications: null } })
    expect(procedure(desk.current()).roles).toEqual({})
  })

  test('nobody the desk does not know gets a role by id, and no empty change is kept [MAJ-3]', () => {
    const desk = confirmed()
    const roles = (given: object) => () => desk.act('grace', { type: 'set-major-roles', roles: given })
    expect(refusalOf(roles({ commander: { id: 'nobody' } }))).toBe('invalid unknown-person')
    expect(refusalOf(roles({ commander: { id: 'olga' } }))).toBe('invalid unknown-person')
    expect(refusalOf(roles({}))).toBe('invalid role-missing')
  })

  test('somebody unknown to the desk may go on site; an arrival lies in the past and comes once [MAJ-3]', () => {
    const desk = confirmed()
    expect(refusalOf(() => desk.act('grace', { type: 'note-arrival' }))).toBe('conflict nobody-on-the-way')
    desk.act('grace', { ...send, engineer: { name: 'Janitor' } } as TicketCommand)
    expect(refusalOf(() => desk.act('grace', { type: 'note-arrival', arrivedAt: at(5) }))).toBe('invalid arrival-ahead')
    desk.moveTo(at(10))
    desk.act('grace', { type: 'note-arrival', arrivedAt: at(8) })
    expect(procedure(desk.current()).visit).toMatchObject({ arrivedAt: at(8), engineer: { id: null } })
    expect(refusalOf(() => desk.act('grace', { type: 'note-arrival' }))).toBe('conflict nobody-on-the-way')
  })

  test('whoever is sent there notes the arrival, whatever group has the ticket [MAJ-3]', () => {
    const desk = confirmed()
    expect(refusalOf(() => desk.act('petra', { type: 'note-arrival' }))).toBe('forbidden not-your-group')
    desk.act('grace', { ...send, engineer: { id: 'petra' } } as TicketCommand)
    desk.act('petra', { type: 'note-arrival' })
    expect(procedure(desk.current()).visit).toMatchObject({ engineer: { id: 'petra' }, arrivedAt: at(0) })
  })

  test('resources are asked for and arranged, each once [MAJ-3]', () => {
    const desk = confirmed()
    expect(refusalOf(() => desk.act('grace', { type: 'arrange-resource', resource: 'x', note: 'y' }))).toBe(
      'conflict nothing-requested',
    )
    desk.act('noor', { type: 'request-resource', what: 'A crane' })
    const [resource] = procedure(desk.current()).resources
    expect(desk.all('major-resource-requested')[0]?.told).toEqual(['ivan', 'paula'])
    expect(refusalOf(() => desk.act('grace', { type: 'arrange-resource', resource: 'x', note: 'y' }))).toBe(
      'invalid unknown-resource',
    )
    desk.act('grace', { type: 'arrange-resource', resource: resource?.id ?? '', note: 'at ten' })
    expect(procedure(desk.current()).resources).toMatchObject([{ what: 'A crane', arrangedAt: at(0), note: 'at ten' }])
    for (let count = 1; count < 50; count += 1) desk.act('noor', { type: 'request-resource', what: `${count}` })
    expect(refusalOf(() => desk.act('noor', { type: 'request-resource', what: 'more' }))).toBe(
      'invalid too-many-resources',
    )
  })

  test('the second line that was asked works on it though the ticket lies elsewhere [MAJ-3] [ROL-2]', () => {
    const desk = confirmed()
    expect(refusalOf(() => desk.act('petra', { type: 'diagnose', cause: 'firmware' }))).toBe('forbidden not-your-group')
    desk.act('noor', { type: 'ask-second-line', reason: 'the core switch' })
    desk.act('petra', { type: 'diagnose', cause: 'firmware' })
    expect(desk.current()).toMatchObject({ group: 'network', cause: 'firmware' })
    expect(refusalOf(() => desk.act('noor', { type: 'ask-second-line', reason: 'again' }))).toBe(
      'conflict second-line-asked',
    )
  })

  test('the PM is told of the solution, and sends it back to work with a reason [MAJ-5]', () => {
    const desk = resolved()
    expect(desk.all('resolved')[0]?.told).toContain('paula')
    const review = (reason?: string) => () => desk.act('paula', { type: 'review-solution', satisfied: false, reason })
    expect(refusalOf(review())).toBe('invalid reason-missing')
    desk.moveTo(at(5))
    review('floor 2 is down')()
    expect(desk.current()).toMatchObject({ state: 'accepted', resolvedAt: null })
    expect(desk.current().pauses).toHaveLength(1)
    expect(stageOf(desk.current())).toBe('mobilising')
    desk.act('noor', solved)
    expect(stageOf(desk.current())).toBe('review')
  })

  test('a reviewed solution is not reviewed again; one that is rejected later is [MAJ-5] [CLO-2]', () => {
    const desk = reviewed()
    expect(refusalOf(() => desk.act('paula', { type: 'review-solution', satisfied: true }))).toBe(
      'conflict nothing-to-review',
    )
    desk.act('grace', { type: 'write-report', text: '# One' })
    desk.act('paula', { type: 'approve-report', version: 1 })
    desk.act('grace', { type: 'reject', reason: 'still down' })
    expect(procedure(desk.current())).toMatchObject({ review: null, report: { version: 1, approved: null } })
    desk.act('noor', solved)
    expect(stageOf(desk.current())).toBe('review')
  })

  test('a report is written, edited, approved in the version that was read, sent once [MAJ-6]', () => {
    const desk = reviewed()
    const version = (type: 'approve-report' | 'send-report', number: number) => () =>
      desk.act('paula', { type, version: number })
    expect(refusalOf(version('approve-report', 1))).toBe('conflict nothing-to-approve')
    desk.act('grace', { type: 'write-report', text: '# One' })
    expect(desk.act('grace', { type: 'write-report', text: '# One' })).toEqual([])
    desk.act('noor', { type: 'write-report', text: '# Two' })
    expect(refusalOf(version('approve-report', 1))).toBe('invalid report-changed')
    expect(refusalOf(version('send-report', 2))).toBe('conflict report-not-approved')
    version('approve-report', 2)()
    desk.act('grace', { type: 'write-report', text: '# Three' })
    expect(refusalOf(version('send-report', 3))).toBe('conflict report-not-approved')
    version('approve-report', 3)()
    expect(refusalOf(version('send-report', 2))).toBe('invalid report-changed')
    version('send-report', 3)()
    expect(refusalOf(() => desk.act('grace', { type: 'write-report', text: '# Four' }))).toBe('conflict report-sent')
    expect(refusalOf(version('send-report', 3))).toBe('conflict report-not-approved')
    expect(desk.all('major-report-written').map(({ text }) => text)).toEqual(['# One', '# Two', '# Three'])
  })

  test('what is no major incident has no procedure to act in [MAJ-2]', () => {
    const desk = deskAtWork()
    desk.act('grace', recorded())
    expect(refusalOf(() => desk.act('grace', lead))).toBe('conflict not-major')
    expect(refusalOf(() => desk.act('paula', confirm))).toBe('conflict not-a-candidate')
    expect(refusalOf(() => desk.act('paula', { type: 'demote-major', reason: 'no' }))).toBe('conflict not-confirmed')
  })
})

describe('where it stands', () => {
  test('who has the ball at each step [MAJ-9]', () => {
    const holder = (desk: ReturnType<typeof candidate>) => situation(desk.current(), desk.context())?.ball
    expect(holder(candidate())).toEqual({ holder: 'PM', people: ['Paula'] })
    const desk = confirmed()
    expect(holder(desk)?.holder).toBe('desk')
    desk.act('grace', lead)
    expect(holder(desk)).toEqual({ holder: 'commander', people: ['Ivan'] })
    desk.act('grace', send)
    expect(holder(desk)).toEqual({ holder: 'L1', people: ['Noor', 'Hao'] })
    desk.act('noor', { type: 'ask-second-line', reason: 'x' })
    expect(holder(desk)).toEqual({ holder: 'L2', people: ['Petra'] })
    desk.fastForward({ minutes: 70 })
    expect(holder(desk)).toEqual({ holder: 'vendor', people: [] })
    desk.act('grace', { type: 'involve-vendor', vendor: 'Acme', reason: 'x' })
    expect(holder(desk)).toEqual({ holder: 'vendor', people: ['Acme'] })
    desk.act('noor', solved)
    expect(holder(desk)?.holder).toBe('PM')
    desk.act('paula', { type: 'review-solution', satisfied: true })
    expect(holder(desk)?.holder).toBe('IM')
    desk.act('grace', { type: 'write-report', text: '#' })
    expect(holder(desk)?.holder).toBe('PM')
    desk.act('paula', { type: 'approve-report', version: 1 })
    expect(holder(desk)?.holder).toBe('desk')
    desk.act('grace', { type: 'send-report', version: 1 })
    expect(holder(desk)?.holder).toBe('desk')
    const demoted = confirmed()
    demoted.act('paula', { type: 'demote-major', reason: 'no' })
    expect(holder(demoted)).toBeNull()
    expect(situation(demoted.current(), demoted.context())?.steps.at(-1)).toMatchObject({ stage: 'demoted' })
  })

  test('what happens next by itself, in order, and whom it tells [MAJ-9] [ESC-2]', () => {
    const desk = confirmed()
    const next = situation(desk.current(), desk.context())?.next
    expect(next).toEqual([
      { at: at(15), does: 'step-overdue', audience: null, tells: ['Paula', 'Ivan', 'Grace', 'Wei'] },
      { at: at(60), does: 'second-line', audience: null, tells: ['Petra', 'Ivan'] },
      { at: at(60), does: 'update-missed', audience: 'requesters', tells: ['Grace', 'Wei'] },
      { at: at(60), does: 'update-missed', audience: 'management', tells: ['Grace', 'Wei'] },
    ])
  })

  test('steps are done, skipped, current or ahead, and update clocks stand while it is solved [MAJ-9]', () => {
    const desk = resolved()
    const stands = situation(desk.current(), desk.context())
    expect(stands?.steps.map(({ stage, state }) => `${stage} ${state}`)).toEqual([
      'candidate done',
      'mobilising done',
      'first-line skipped',
      'second-line skipped',
      'vendor skipped',
      'review current',
      'report ahead',
      'call-back ahead',
      'closed ahead',
    ])
    expect(stands?.updates.requesters).toEqual({ last: null, dueAt: null, missed: 0 })
  })
})
