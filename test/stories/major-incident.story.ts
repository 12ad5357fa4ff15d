import { afterEach, expect, test } from 'vitest'
import { storyDesk } from '../support/story-desk.ts'

/** Monday, 03:00 in Shanghai: nobody is at the office. */
const THREE_AT_NIGHT = '2026-03-01T19:00:00.000Z'
const desk = storyDesk(THREE_AT_NIGHT)

afterEach(() => desk.letterbox.forget())

const inShanghai = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
const clock = (at: string): string => inShanghai.format(new Date(at))

const open = async (title: string, more: object = {}) => {
  const agent = await desk.as('agent')
  const given = { title, description: 'All floors.', category: 'network', requester: { personId: 'anna' } }
  return (await agent.open({ ...given, ...more })).number
}

const P1 = { impact: 'extensive', urgency: 'critical' } as const

test('a major incident at night, the whole road, each decision sent twice [MAJ-1] [MAJ-2] [MAJ-3] [MAJ-4] [MAJ-5] [MAJ-6] [MAJ-7] [NOT-1] [NOT-4]', async () => {
  const [agent, noor, petra, paula, peng, martin, anna] = await Promise.all(
    (
      [
        'agent',
        'network lead',
        'second line',
        'project manager',
        'network project manager',
        'management',
        'requester',
      ] as const
    ).map((part) => desk.as(part)),
  )
  if (!agent || !noor || !petra || !paula || !peng || !martin || !anna) throw new Error('somebody is missing')

  const number = await open('Nobody can log in', { ...P1, service: 'network' })
  expect(await agent.procedure(number)).toMatchObject({ stage: 'candidate', ball: { holder: 'PM' } })
  const candidate = await peng.expectMail(/疑似重大事件/)
  expect(clock(candidate.at)).toBe('03:00')

  await desk.fastForward({ minutes: 30 })
  const silence = await martin.expectMail(/Overdue: judgement/)
  expect(clock(silence.at)).toBe('03:30')

  await desk.fastForward({ minutes: 10 })
  await peng.doesTwice('judge-major', number, { confirmed: true, reason: 'No floor has a network.' })
  expect(await peng.isRefused('judge-major', number, { confirmed: true, reason: 'Again.' })).toMatchObject({
    status: 409,
  })
  await agent.doesTwice('set-major-roles', number, { roles: { commander: { id: 'ivan' } } })
  await agent.doesTwice('assign', number, { group: 'network' })
  await noor.doesTwice('accept', number)
  const visit = { engineer: { id: 'noor' }, place: 'Rack 12', appointedFor: '2026-03-02T03:50:00+08:00' }
  await agent.doesTwice('send-on-site', number, visit)
  await noor.expectMail(/Rack 12/)
  await noor.doesTwice('note-arrival', number)
  expect(await noor.procedure(number)).toMatchObject({ stage: 'first-line', visit: { arrivedAt: expect.any(String) } })

  await desk.fastForward({ minutes: 20 })
  expect(clock((await petra.expectMail(/Second line asked for help/)).at)).toBe('04:00')
  expect(await petra.procedure(number)).toMatchObject({ stage: 'second-line', secondLine: { by: null } })

  await agent.doesTwice('update-audience', number, { audience: 'requesters', text: 'The core switch has failed.' })
  await anna.expectMail(/The core switch has failed\./)
  await desk.fastForward({ minutes: 60 })
  await agent.doesTwice('involve-vendor', number, { vendor: 'Acme', reference: 'A-17', reason: 'Their firmware.' })
  await martin.expectMail(/Vendor involved: Acme/)

  await noor.doesTwice('resolve', number, { solution: 'The switch is replaced.', cause: 'A worn power supply.' })
  await peng.expectMail(/重大事件已解决，请审核/)
  await peng.doesTwice('review-solution', number, { satisfied: true })
  await desk.settled()
  const { report } = await agent.procedure(number)
  expect(report?.text).toContain('A worn power supply.')
  const edited = `${report?.text}\n\n**Done**`
  await agent.doesTwice('write-report', number, { text: edited })
  await peng.doesTwice('approve-report', number, { version: 2 })
  await agent.doesTwice('send-report', number, { version: 2 })
  const sent = await anna.expectMail(/Analysis report/)
  expect(sent.html).toContain('<strong>Done</strong>')

  expect(await agent.isRefused('close', number, { code: 'solved', satisfaction: { score: 5 } })).toMatchObject({
    code: 'call-back-missing',
  })
  await agent.doesTwice('contact', number, { medium: 'phone', reached: true, note: 'All is well.' })
  await agent.doesTwice('close', number, { code: 'solved', satisfaction: { score: 5 } })
  expect(await agent.procedure(number)).toMatchObject({ stage: 'closed', ball: null, next: [] })

  const types = (await agent.timeline(number)).map(({ type }) => type).filter((type) => type.startsWith('major-'))
  expect(types).toEqual([
    'major-candidate-raised',
    'major-step-overdue',
    'major-judged',
    'major-roles-set',
    'major-visit-arranged',
    'major-arrival-noted',
    'major-second-line-asked',
    'major-vendor-asked',
    'major-vendor-asked',
    'major-reviewed',
    'major-report-written',
    'major-report-written',
    'major-report-approved',
    'major-report-sent',
  ])
})

test('children follow the solution and back to work, and their requesters hear the news [MAJ-4] [MAJ-8] [CLO-2]', async () => {
  const [agent, paula, peng] = [
    await desk.as('agent'),
    await desk.as('project manager'),
    await desk.as('network project manager'),
  ]
  const number = await open('The network is down', { ...P1, service: 'network' })
  const child = await open('No mail here', { requester: { personId: 'victor' } })
  const stranger = await open('Something else')
  await peng.does('judge-major', number, { confirmed: true, reason: 'All are down.' })
  await agent.doesTwice('attach-child', number, { child })
  await desk.settled()
  expect((await agent.read(child)).parent).toBe(number)
  expect(await agent.isRefused('attach-child', child, { child: stranger })).toMatchObject({ status: 409 })

  await agent.does('update-audience', number, { audience: 'requesters', text: 'Half of it is back.' })
  await (await desk.as('vip')).expectMail(/Half of it is back\./)

  await agent.does('resolve', number, { solution: 'The switch is replaced.' })
  await desk.settled()
  expect(await agent.read(child)).toMatchObject({
    state: 'resolved',
    resolution: { solution: 'The switch is replaced.' },
  })
  await (await desk.as('vip')).expectMail(/The switch is replaced\./)

  await peng.does('review-solution', number, { satisfied: false, reason: 'Floor 2 is still down.' })
  await desk.settled()
  expect(await agent.read(child)).toMatchObject({ state: 'recorded', resolvedAt: null })

  await agent.doesTwice('detach-child', number, { child })
  await desk.settled()
  await agent.does('resolve', number, { solution: 'Now all of it.' })
  await desk.settled()
  expect(await agent.read(child)).toMatchObject({ state: 'recorded', parent: null })
  expect((await paula.procedure(number)).children).toEqual([])
})

test('how the desk handles a major incident is nobody else’s to see [ROL-3]', async () => {
  const anna = await desk.as('requester')
  const number = await open('Down again', P1)
  await expect(anna.procedure(number)).rejects.toThrow(/^404/)
  expect(await anna.isRefused('update-audience', number, { audience: 'management', text: 'x' })).toMatchObject({
    status: 403,
  })
  const calm = await open('A slow printer')
  await expect((await desk.as('agent')).procedure(calm)).rejects.toThrow(/^404/)
})
