import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import type { Policy } from '../../shared/domain/setting/policy.ts'
import type { Colleague } from '../support/colleague.ts'
import { DeployedDesk, eventually } from './deployed-desk.ts'
import { emulatorMissing } from './emulator.ts'

const missing = await emulatorMissing()
if (missing) console.warn(`skipped: the deployment is not tested, ${missing}`)

const PEOPLE = [
  { id: 'ada', roles: ['administrator'], groups: [] },
  { id: 'grace', roles: ['desk'], groups: ['desk'] },
  { id: 'leo', roles: ['engineer'], groups: ['workplace'] },
  { id: 'ivan', roles: ['incident-manager'], groups: [] },
  { id: 'paula', roles: ['project-manager'], groups: [] },
  { id: 'martin', roles: ['management'], groups: [] },
  { id: 'diana', roles: ['desk-manager'], groups: [] },
  { id: 'anna', roles: [], groups: [] },
] as const

const guestMail = (subject: string): string =>
  [
    'From: Guest <guest@elsewhere.example>',
    'To: help@desk.example.com',
    `Message-ID: <${encodeURIComponent(subject)}@elsewhere.example>`,
    `Subject: ${subject}`,
    '',
    'Since this morning.',
  ].join('\r\n')

const addressOf = (id: string): string => `${id}@harbour.example`
const ADMINISTRATOR = addressOf('ada')

/** Far enough away for a schedule of its own: what is due within a minute is not scheduled. */
const RESPOND_MINUTES = 2

const report = { title: 'The scanner is dead', description: 'No light at all.', kind: 'incident' } as const

describe.skipIf(missing !== null)('a desk deployed into an account', () => {
  const desk = new DeployedDesk()
  beforeAll(async () => {
    await desk.emulator.start()
    await desk.deployment.bootstrap()
    await desk.deployment.deploy()
    await desk.proveSender('help@desk.example.com')
  }, 600_000)
  afterAll(async () => {
    await desk.deployment.remove()
    await desk.emulator.stop()
  })

  const queueHas = (colleague: Colleague, title: string): Promise<TicketForStaff> =>
    eventually(title, async () => (await colleague.queue('desk')).find((ticket) => ticket.title === title))

  const mailTo = (address: string, pattern: RegExp) =>
    eventually(`${pattern} to ${address}`, async () =>
      (await desk.mails()).find(
        ({ to, subject }) => to.some((each) => each.includes(address)) && pattern.test(subject),
      ),
    )

  test('is ready to be set up by its first administrator, who signs in [API-4]', async () => {
    await desk.people.enter(ADMINISTRATOR, 'Ada', ['administrator'])
    const name = { en: 'Workplace', 'zh-CN': '桌面支持' }
    await desk.enter(ADMINISTRATOR, 'groups/workplace', { id: 'workplace', name, line: 1, lead: null })
    await desk.enter(ADMINISTRATOR, 'categories/hardware', {
      id: 'hardware',
      name: { en: 'Hardware', 'zh-CN': '硬件' },
      group: 'workplace',
      secondLineGroup: null,
    })
    for (const { id, roles, groups } of PEOPLE) {
      if (id !== 'ada') await desk.people.enter(addressOf(id), id, roles)
      await desk.enter(ADMINISTRATOR, `people/${id}`, {
        id,
        name: id,
        email: addressOf(id),
        phone: null,
        mobile: null,
        department: null,
        language: 'en',
        vip: false,
        roles: ['requester', ...roles],
        groups,
        businessGroups: [],
        active: true,
      })
    }
    expect((await (await desk.as(ADMINISTRATOR)).queue('workplace')).length).toBe(0)
  }, 120_000)

  test('records, acknowledges, dispatches, resolves and closes [INT-1] [INT-10] [LIF-1] [CLO-1]', async () => {
    const [anna, grace, leo] = await Promise.all([
      desk.as(addressOf('anna')),
      desk.as(addressOf('grace')),
      desk.as(addressOf('leo')),
    ])
    const { number } = await anna.open(report)
    await mailTo(addressOf('anna'), new RegExp(number))
    await grace.does('classify', number, { category: 'hardware', impact: 'moderate', urgency: 'medium' })
    await grace.does('assign', number, { group: 'workplace' })
    await mailTo(addressOf('leo'), new RegExp(number))
    await leo.does('accept', number)
    await leo.does('resolve', number, {
      outcome: 'cure',
      solution: 'A new cable.',
      cause: 'The old one was cut.',
      environmentChanged: false,
      leftToFindOut: null,
    })
    await mailTo(addressOf('anna'), /solved|resolved|confirm/i)
    await anna.does('confirm', number, { satisfaction: { score: 5, comment: null } })
    const closed = await grace.does('close', number, { code: 'solved' })
    expect(closed.state).toBe('closed')
  }, 180_000)

  test('makes a ticket of a mail that lies in its bucket [INT-2]', async () => {
    const grace = await desk.as(addressOf('grace'))
    await desk.receiveMail(guestMail('The gate does not open'))
    const ticket = await queueHas(grace, 'The gate does not open')
    expect(ticket.channel).toBe('email')
  }, 120_000)

  test('does again what was never delivered, at an operator’s command, once [INT-2]', async () => {
    const grace = await desk.as(addressOf('grace'))
    await desk.strandMail(guestMail('The barrier stays down'))
    expect(await desk.command('replay-dead', 'emulated')).toContainEqual({ queue: 'IntakeMail', done: 1, stayed: 0 })
    await queueHas(grace, 'The barrier stays down')
    expect(await desk.command('replay-dead', 'emulated')).toContainEqual({ queue: 'IntakeMail', done: 0, stayed: 0 })
  }, 120_000)

  test('makes an incident of an alarm of the account [INT-8]', async () => {
    const grace = await desk.as(addressOf('grace'))
    await desk.ring('lift-7-stuck', 'ALARM')
    const ticket = await eventually('the incident', async () =>
      (await grace.queue('desk')).find(({ title }) => title.includes('lift-7-stuck')),
    )
    expect(ticket.channel).toBe('alarm')
  }, 120_000)

  test('wakes by itself when a promise is about to be broken, and when it is [SLA-5] [SLA-6] [ESC-4]', async () => {
    await desk.change<Policy>(ADMINISTRATOR, 'policies/default', (policy) => ({
      ...policy,
      targets: { ...policy.targets, 2: { ...policy.targets[2], respondMinutes: RESPOND_MINUTES } },
    }))
    const grace = await desk.as(addressOf('grace'))
    const number = await eventually('a ticket under the new policy', async () => {
      const ticket = await grace.open({ ...report, category: 'hardware', impact: 'moderate', urgency: 'critical' })
      const allowedMs = Date.parse(ticket.sla.respond?.dueAt ?? '') - Date.parse(ticket.recordedAt)
      return allowedMs === RESPOND_MINUTES * 60_000 ? ticket.number : undefined
    })
    const types = await eventually(
      'warning and breach',
      async () => {
        const seen = (await grace.timeline(number)).map(({ type }) => type)
        return seen.includes('target-missed') ? seen : undefined
      },
      240_000,
    )
    expect(types.indexOf('target-warned')).toBeGreaterThan(0)
    expect(types.indexOf('target-warned')).toBeLessThan(types.indexOf('target-missed'))
    await mailTo(addressOf('paula'), new RegExp(number))
  }, 300_000)

  test('takes an update while people work, and loses nothing', async () => {
    const [anna, grace] = await Promise.all([desk.as(addressOf('anna')), desk.as(addressOf('grace'))])
    let updated = false
    const update = desk.deployment.deploy('Firstline, renamed').finally(() => {
      updated = true
    })
    const numbers: string[] = []
    while (!updated) numbers.push((await anna.open({ ...report, title: `During the update ${numbers.length}` })).number)
    await update
    expect(numbers.length).toBeGreaterThan(0)
    for (const number of numbers) expect((await grace.read(number)).number).toBe(number)
    expect(new Set(numbers).size).toBe(numbers.length)
  }, 300_000)

  test('goes without its data when its stack is destroyed, and comes back with it', async () => {
    await desk.deployment.destroy('Desk')
    await desk.deployment.deploy()
    const grace = await desk.as(addressOf('grace'))
    await queueHas(grace, 'The gate does not open')
  }, 400_000)
})
