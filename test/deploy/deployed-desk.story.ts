import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { ROLES } from '../../shared/domain/people/person.ts'
import type { Policy } from '../../shared/domain/setting/policy.ts'
import { CANARY_TAG, ROADS } from '../../shared/domain/watch/canary.ts'
import type { Colleague } from '../support/colleague.ts'
import { canaryOn, releaseCanaries } from './canary-road.ts'
import { DeployedDesk, eventually } from './deployed-desk.ts'
import { walkMajorIncident } from './major-incident-road.ts'
import { pythonMissing } from './python.ts'
import { addressOf, MOBILE, staff } from './staff.ts'
import { copyPortal, view } from './viewer.ts'

const missing = await pythonMissing('emulator-requirements.txt')
if (missing) console.warn(`skipped: the deployment is not tested, ${missing}`)

const guestMail = (subject: string): string =>
  [
    'From: Guest <guest@elsewhere.example>',
    'To: help@desk.example.com',
    `Message-ID: <${encodeURIComponent(subject)}@elsewhere.example>`,
    `Subject: ${subject}`,
    '',
    'Since this morning.',
  ].join('\r\n')

/** The emulator makes none of a template: it is made by hand, and switched on by the deployment. */
const RULE_SET = 'firstline-emulated-mail'

/** Far enough away for a schedule of its own: what is due within a minute is not scheduled. */
const RESPOND_MINUTES = 2

/** People do not work like machines; the emulator would be minutes behind. */
const BETWEEN_ACTS_MS = 2_000

/** Acts enough for any deployment; more would keep a slow machine busy for minutes after it. */
const MOST_ACTS = 20

/** Longer than its steps, which have limits of their own and say so. */
const DEPLOYMENT_MS = 900_000
const SLOWLY_MS = 240_000

/** What an update changes; the other two take their time at CloudFront and SES, and stay as they are. */
const AT_WORK = ['State', 'Desk'] as const

const report = { title: 'The scanner is dead', description: 'No light at all.', kind: 'incident' } as const

describe.skipIf(missing !== null)('a desk deployed into an account', () => {
  const desk = new DeployedDesk()
  beforeAll(async () => {
    await desk.emulator.start()
    await desk.deployment.bootstrap()
    await desk.account.query('email', { Action: 'CreateReceiptRuleSet', RuleSetName: RULE_SET })
    await desk.deployment.deploy()
    await desk.proveSender('help@desk.example.com')
  }, DEPLOYMENT_MS)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await desk.emulator.lastLines())
  })
  afterAll(async () => {
    await desk.emulator.stop()
    await desk.deployment.remove()
  })

  const queueHas = (colleague: Colleague, title: string): Promise<TicketForStaff> =>
    eventually(title, async () => (await colleague.queue('desk')).find((ticket) => ticket.title === title))

  const mailsTo = async (address: string, pattern: RegExp) =>
    (await desk.mails()).filter(({ to, subject }) => to.some((each) => each.includes(address)) && pattern.test(subject))

  const mailTo = (address: string, pattern: RegExp) =>
    eventually(`${pattern} to ${address}`, async () => (await mailsTo(address, pattern))[0])

  test('is set up by its first administrator; somebody of every kind signs in [API-4] [ROL-1]', async () => {
    await staff(desk)
    for (const role of ROLES) {
      const { roles, known } = await (await desk.as(addressOf(role))).me()
      expect({ known, roles: new Set(roles) }).toEqual({ known: true, roles: new Set(['requester', role]) })
    }
  }, 120_000)

  /** As a client does it: with the same key again, when it cannot know what became of a request. */
  const persistently = <Answer>(act: () => Promise<Answer>): Promise<Answer> =>
    eventually('an answer', () =>
      act().catch((error: Error) => {
        if (/^50\d/.test(error.message)) return undefined
        throw error
      }),
    )

  const activeRuleSet = async () =>
    /<Metadata><Name>([^<]+)/.exec(await desk.account.query('email', { Action: 'DescribeActiveReceiptRuleSet' }))?.[1]

  test('receives mail by its own rules, which the deployment has switched on [INT-2]', async () => {
    expect(await activeRuleSet()).toBe(RULE_SET)
  })

  test('shows its portal by CloudFront, at every address of it, with what a browser may do there', async () => {
    const files = await copyPortal(desk.account, desk.deployment)
    const at = (path: string) => view(desk.emulator, desk.deployment.output('portal', 'PortalUrl'), path)
    const [page, deep] = [await at('/'), await at('/tickets/INC-2026-000001')]
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<div id="portal">') })
    expect(deep.text).toBe(page.text)
    expect(page.headers['content-security-policy']).toContain(desk.filesBucket)
    const script = files.find((name) => /^assets\/.*\.js$/.test(name)) ?? ''
    expect(await at(`/${script}`)).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript' } })
    expect((await at('/assets/none.js')).text).not.toContain('<div id="portal">')
  }, 60_000)

  let canaryMail = ''
  test('sends canaries along the ways into it, and lets their mails go again', async () => {
    canaryMail = await releaseCanaries(desk)
    for (const road of ROADS)
      await eventually(`a canary by ${road}`, async () => (await canaryOn(desk, road))?.arrivedAt ?? undefined)
    await eventually('the mark of a canary', async () =>
      (await desk.account.tagsOf(desk.filesBucket, canaryMail)).includes(`<Value>${CANARY_TAG.value}</Value>`)
        ? true
        : undefined,
    )
  }, 120_000)

  let promised = ''
  test('promises what the policy of the day promises [SLA-1]', async () => {
    await desk.change<Policy>(addressOf('administrator'), 'policies/default', (policy) => ({
      ...policy,
      targets: { ...policy.targets, 2: { ...policy.targets[2], respondMinutes: RESPOND_MINUTES } },
    }))
    const grace = await desk.as(addressOf('desk'))
    promised = await eventually('a ticket under the new policy', async () => {
      const ticket = await grace.open({ ...report, category: 'hardware', impact: 'moderate', urgency: 'critical' })
      const allowedMs = Date.parse(ticket.sla.respond?.dueAt ?? '') - Date.parse(ticket.recordedAt)
      return allowedMs === RESPOND_MINUTES * 60_000 ? ticket.number : undefined
    })
  }, 120_000)

  test('records, acknowledges, dispatches, resolves and closes [INT-1] [INT-10] [LIF-1] [CLO-1]', async () => {
    const [anna, grace, leo] = await Promise.all([
      desk.as(addressOf('requester')),
      desk.as(addressOf('desk')),
      desk.as(addressOf('engineer')),
    ])
    const { number } = await anna.open(report)
    await mailTo(addressOf('requester'), new RegExp(number))
    await grace.does('classify', number, { category: 'hardware', impact: 'moderate', urgency: 'medium' })
    await grace.does('assign', number, { group: 'workplace' })
    await mailTo(addressOf('engineer'), new RegExp(number))
    await leo.does('accept', number)
    await leo.does('resolve', number, {
      outcome: 'cure',
      solution: 'A new cable.',
      cause: 'The old one was cut.',
      environmentChanged: false,
      leftToFindOut: null,
    })
    await mailTo(addressOf('requester'), /solved|resolved|confirm/i)
    await anna.does('confirm', number, { satisfaction: { score: 5, comment: null } })
    const closed = await grace.does('close', number, { code: 'solved' })
    expect(closed.state).toBe('closed')
  }, 180_000)

  test('makes a ticket of a mail that lies in its bucket [INT-2]', async () => {
    const grace = await desk.as(addressOf('desk'))
    await desk.receiveMail(guestMail('The gate does not open'))
    const ticket = await queueHas(grace, 'The gate does not open')
    expect(ticket.channel).toBe('email')
  }, 120_000)

  test('does again what was never delivered, at an operator’s command, once [INT-2]', async () => {
    const grace = await desk.as(addressOf('desk'))
    await desk.strandMail(guestMail('The barrier stays down'))
    expect(await desk.command('replay-dead', 'emulated')).toContainEqual({ queue: 'IntakeMail', done: 1, stayed: 0 })
    await queueHas(grace, 'The barrier stays down')
    expect(await desk.command('replay-dead', 'emulated')).toContainEqual({ queue: 'IntakeMail', done: 0, stayed: 0 })
    expect((await grace.queue('desk')).filter(({ title }) => title === 'The barrier stays down')).toHaveLength(1)
  }, 120_000)

  test('makes an incident of an alarm of the account, but not of its own [INT-8]', async () => {
    const grace = await desk.as(addressOf('desk'))
    expect(await desk.ring('lift-7-stuck', 'ALARM')).toBe(1)
    const ticket = await eventually('the incident', async () =>
      (await grace.queue('desk')).find(({ title }) => title.includes('lift-7-stuck')),
    )
    expect(ticket.channel).toBe('alarm')
    expect(await desk.ring('firstline-emulated-desk-FunctionsApi', 'ALARM')).toBe(0)
  }, 120_000)

  test('follows a major incident with its state machine to the end [MAJ-1] [MAJ-2] [MAJ-5] [MAJ-7] [MAJ-9]', async () => {
    const number = await walkMajorIncident(desk)
    const executions = await eventually('the end of the execution', async () => {
      const found = await desk.account.executions('firstline-emulated-major-incident', number)
      return found.length > 0 && !found.includes('RUNNING') ? found : undefined
    })
    expect(executions).toEqual(['SUCCEEDED'])
    await eventually('a text message', async () => (await desk.textMessages(MOBILE)).includes(number) || undefined)
  }, 240_000)

  test(
    'woke by itself when a promise was about to be broken, and when it was [SLA-5] [SLA-6] [ESC-4]',
    async () => {
      const grace = await desk.as(addressOf('desk'))
      const types = await eventually(
        'warning and breach',
        async () => {
          const seen = (await grace.timeline(promised)).map(({ type }) => type)
          return seen.includes('target-missed') ? seen : undefined
        },
        SLOWLY_MS,
      )
      expect(types.indexOf('target-warned')).toBeGreaterThan(0)
      expect(types.indexOf('target-warned')).toBeLessThan(types.indexOf('target-missed'))
      await mailTo(addressOf('project-manager'), new RegExp(promised))
      for (const road of ROADS)
        await eventually(
          `a canary by ${road} to be woken`,
          async () => (await canaryOn(desk, road))?.wokenAt ?? undefined,
        )
    },
    DEPLOYMENT_MS,
  )

  test(
    'takes an update while people work: nothing is lost and nothing done twice',
    async () => {
      const [anna, grace] = await Promise.all([desk.as(addressOf('requester')), desk.as(addressOf('desk'))])
      let updated = false
      const update = desk.deployment.deploy({ deskName: 'Firstline, renamed' }, AT_WORK).finally(() => {
        updated = true
      })
      const titles: string[] = []
      const numbers: string[] = []
      while (!updated) {
        await pause(BETWEEN_ACTS_MS)
        if (numbers.length === MOST_ACTS) continue
        const title = `During the update ${titles.length}`
        const key = crypto.randomUUID()
        const { number } = await persistently(() => anna.open({ ...report, title }, key))
        await persistently(() => grace.comments(number, 'We look into it.', key))
        titles.push(title)
        numbers.push(number)
      }
      await update
      expect(numbers.length).toBeGreaterThan(0)
      for (const [index, number] of numbers.entries()) {
        expect((await grace.read(number)).title).toBe(titles[index])
        expect((await grace.timeline(number)).filter(({ type }) => type === 'commented')).toHaveLength(1)
      }
      expect(new Set(numbers).size).toBe(numbers.length)
      const acknowledged = await eventually(
        'an acknowledgement of each',
        async () => {
          const mails = await mailsTo(addressOf('requester'), /recorded: During the update/)
          return mails.length >= numbers.length ? mails : undefined
        },
        SLOWLY_MS,
      )
      expect(acknowledged.map(({ subject }) => subject.match(/INC-[\d-]+/)?.[0]).toSorted()).toEqual(numbers.toSorted())
    },
    DEPLOYMENT_MS,
  )

  test(
    'is restored into a new table, compared, and works on that [AUD-2]',
    async () => {
      const [anna, grace] = await Promise.all([desk.as(addressOf('requester')), desk.as(addressOf('desk'))])
      const { number: last } = await anna.open({ ...report, title: 'Before the restoration' })
      const lines = await desk.command('drill', 'emulated')
      expect(lines).toContainEqual(expect.objectContaining({ by: 'point-in-time recovery' }))
      expect(lines).toContainEqual(expect.objectContaining({ differences: 0 }))
      expect(lines).toContainEqual(expect.objectContaining({ faults: 0 }))
      await desk.deployment.deploy(lines.at(-1) ?? {}, AT_WORK)
      expect((await grace.read(last)).title).toBe('Before the restoration')
      const { number } = await anna.open({ ...report, title: 'After the restoration' })
      expect(number > last).toBe(true)
      await mailTo(addressOf('requester'), new RegExp(number))
    },
    DEPLOYMENT_MS,
  )

  test(
    'is destroyed without its data, which is kept, and comes back to it',
    async () => {
      await expect(desk.deployment.destroy('State')).rejects.toThrow(/[Tt]ermination ?[Pp]rotection/)
      await desk.deployment.destroy('Mail', 'Portal', 'Desk')
      expect(await activeRuleSet()).toBeUndefined()
      await desk.deployment.deploy({}, AT_WORK)
      const grace = await desk.as(addressOf('desk'))
      await queueHas(grace, 'The gate does not open')
      expect((await grace.queue('desk')).map(({ title }) => title)).not.toContain('After the restoration')
    },
    DEPLOYMENT_MS,
  )
})
