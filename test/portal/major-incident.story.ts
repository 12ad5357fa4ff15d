import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { defaultCodes } from '../../shared/application/defaults/default-codes.ts'
import type { Part } from '../support/desk.ts'
import { type BrowserDesk, browserDesk, describeInBrowser, shown } from './browser-desk.ts'
import { SPOKEN, type Spoken } from './spoken.ts'

/** Monday, 03:00 in Shanghai: nobody is at the office. */
const THREE_AT_NIGHT = '2026-03-01T19:00:00.000Z'

/** MAJ-1 to MAJ-9 as those see it who sit in the war room; everything is done in the portal, by keyboard where one types. */
describeInBrowser('a major incident at night', () => {
  const desk = browserDesk({ startsAt: THREE_AT_NIGHT, withTickets: false })
  describe.each(SPOKEN)('in $language', (spoken) => road(desk, spoken))
})

const road = (desk: BrowserDesk, { language, major: texts, majorReport, ...t }: Spoken): void => {
  const AGENT: Part = language === 'en' ? 'agent' : 'chinese agent'
  const strip = (page: Page): Locator => page.getByRole('region', { name: texts.title, exact: true })

  const opened = async (part: Part, number: string): Promise<Page> => {
    const page = await desk.window(part, { language })
    await page.goto(`${desk.url}/tickets/${number}`)
    await strip(page).waitFor()
    return page
  }

  /** Opens the form of an act, and sends it from the field that was filled last. */
  const does = async (page: Page, button: string, fill: (form: Locator) => Promise<void>): Promise<void> => {
    await strip(page).getByRole('button', { name: button, exact: true }).click()
    const form = page.getByRole('dialog')
    await fill(form)
    await page.keyboard.press('Control+Enter')
    await form.waitFor({ state: 'detached' })
  }

  const types = (label: string, text: string) => (form: Locator) => {
    // a field that may stay empty says so behind its name
    const name = new RegExp(`^${label.replaceAll(/[()]/g, '.')}( \\(|$)`)
    return form.getByRole('textbox', { name }).or(form.getByRole('combobox', { name })).fill(text)
  }

  /** Whoever keeps the page open sees the step come up by itself. */
  const comesTo = async (page: Page, stage: keyof typeof texts.now): Promise<void> => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await strip(page).getByText(texts.now[stage], { exact: true }).waitFor()
    await strip(page).locator('[aria-current=step]', { hasText: texts.stages[stage] }).waitFor()
  }

  const showsBall = (page: Page, holder: keyof typeof texts.holders, person: string) =>
    strip(page).getByText(`${texts.ball} ${texts.holders[holder]}: `).filter({ hasText: person }).waitFor()

  const raised = async (): Promise<string> => {
    const agent = await desk.driver.as('agent')
    const declared = { title: `Harbour down, ${language}`, description: 'All of it.', category: 'network' }
    const graded = { impact: 'extensive', urgency: 'critical', service: 'network' } as const
    return (await agent.open({ ...declared, ...graded, requester: { personId: 'anna' } })).number
  }

  test('the whole road over the portal [MAJ-1] [MAJ-2] [MAJ-3] [MAJ-4] [MAJ-5] [MAJ-6] [MAJ-7] [MAJ-8] [MAJ-9]', async () => {
    const number = await raised()
    const agent = await desk.driver.as('agent')
    const room = await opened(AGENT, number)
    await comesTo(room, 'candidate')
    await showsBall(room, 'PM', 'Peng Li')
    await strip(room)
      .getByText(/Martin Cole/)
      .first()
      .waitFor()

    await desk.driver.fastForward({ minutes: 30 })
    await (await desk.driver.as('management')).expectMail(/Overdue: judgement/)
    await desk.driver.fastForward({ minutes: 10 })

    const peng = await opened('network project manager', number)
    await does(peng, texts.acts['judge-major'], async (form) => {
      await form.getByLabel(texts.fields.confirm).check()
      await types(texts.fields.reason, 'No berth has a network.')(form)
    })
    await comesTo(room, 'mobilising')
    await does(room, texts.acts['set-major-roles'], types(texts.roles.commander, 'Ivan Petrov'))
    await showsBall(room, 'commander', 'Ivan Petrov')
    await does(room, texts.acts['send-on-site'], async (form) => {
      await types(texts.fields.engineer, 'Noor Haddad')(form)
      await types(texts.fields.place, 'Rack 12')(form)
    })
    await comesTo(room, 'first-line')
    await (await desk.driver.as('network lead')).expectMail(/Rack 12/)
    await does(room, texts.acts['request-resource'], types(texts.fields.what, 'A spare switch'))
    await does(room, `${texts.acts['arrange-resource']}: A spare switch`, types(texts.fields.note, 'On the way'))
    await strip(room).getByText(texts.arranged, { exact: true }).waitFor()

    const noor = await opened('network lead', number)
    await strip(noor).getByRole('button', { name: texts.acts['note-arrival'] }).click()
    await strip(noor).getByText(texts.arrived, { exact: true }).waitFor()

    const child = await agent.open({
      title: 'No mail',
      description: 'Here.',
      category: 'email',
      requester: { personId: 'victor' },
    })
    await does(room, texts.acts['attach-child'], types(texts.fields.child, child.number))
    await strip(room)
      .getByRole('link', { name: `${child.number} No mail` })
      .waitFor()
    const toRequesters = `${texts.acts['update-audience']}: ${texts.audiences.requesters}`
    await does(room, toRequesters, types(texts.fields.text, 'The switch has failed.'))
    for (const told of ['requester', 'vip'] as const)
      await (await desk.driver.as(told)).expectMail(/The switch has failed\./)

    await desk.driver.fastForward({ minutes: 20 })
    await comesTo(room, 'second-line')
    await showsBall(room, 'L2', 'Petra Novak')
    await desk.driver.fastForward({ minutes: 45 })
    await room.reload()
    await strip(room).getByText(texts.reminded, { exact: true }).first().waitFor()
    const toManagement = `${texts.acts['update-audience']}: ${texts.audiences.management}`
    await does(room, toManagement, types(texts.fields.text, 'The vendor is on the phone.'))
    await (await desk.driver.as('management')).expectMail(/The vendor is on the phone\./)
    await does(room, texts.acts['involve-vendor'], async (form) => {
      await types(texts.fields.vendorName, 'Acme')(form)
      await types(texts.fields.reason, 'Their firmware.')(form)
    })
    await comesTo(room, 'vendor')

    const lead = await desk.driver.as('network lead')
    await agent.does('assign', number, { group: 'network' })
    await lead.does('accept', number)
    await lead.does('resolve', number, { solution: 'The switch is replaced.', cause: 'A worn power supply.' })
    await comesTo(room, 'review')
    await comesTo(peng, 'review')
    await does(peng, texts.acts['review-solution'], async (form) => {
      await form.getByText('The switch is replaced.').waitFor()
      await form.getByLabel(texts.fields.backToWork).check()
      await types(texts.fields.whatIsMissing, 'Floor 2 is still down.')(form)
    })
    await comesTo(room, 'vendor')
    await lead.does('resolve', number, { solution: 'Both are replaced.', cause: 'A worn power supply.' })
    await comesTo(peng, 'review')
    await does(peng, texts.acts['review-solution'], (form) =>
      form.getByLabel(texts.fields.satisfied, { exact: true }).check(),
    )
    await comesTo(room, 'report')

    await desk.driver.settled()
    await strip(room).getByRole('link', { name: texts.toReport }).click()
    await shown(room, texts.report)
    await room.getByRole('link', { name: majorReport.edit, exact: true }).click()
    const written = room.getByRole('textbox', { name: majorReport.text })
    expect(await written.inputValue()).toContain('A worn power supply.')
    await written.fill(`${await written.inputValue()}\n\n**The power supplies are replaced every five years.**`)
    await room.locator('.markdown strong', { hasText: 'every five years.' }).waitFor()
    await room.keyboard.press('Control+Enter')
    await room.getByText(texts.version(2), { exact: true }).waitFor()

    await peng.goto(`${desk.url}/tickets/${number}/report`)
    await peng.getByRole('article').locator('strong', { hasText: 'every five years.' }).waitFor()
    await peng.getByRole('button', { name: majorReport.approve(2) }).click()
    await peng.getByText(texts.reportStates.approved, { exact: true }).waitFor()
    await room.reload()
    await room.getByRole('button', { name: majorReport.send }).click()
    await room.getByRole('dialog').getByRole('button', { name: majorReport.send }).click()
    await room.getByText(texts.reportStates.sent, { exact: true }).waitFor()
    const sent = await (await desk.driver.as('requester')).expectMail(/Analysis report/)
    expect(sent.html).toContain('<strong>The power supplies are replaced every five years.</strong>')

    await room.getByRole('link', { name: majorReport.back(number) }).click()
    await comesTo(room, 'call-back')
    await does(room, texts.acts.contact, types(t.calls.note, 'All is well.'))
    await room.locator('.acts').getByRole('button', { name: t.acts.names.close, exact: true }).click()
    const solved = defaultCodes.closeCodes.find(({ code }) => code === 'solved')?.name[language] ?? ''
    const close = room.getByRole('dialog')
    await close.getByLabel(t.acts.fields.closeCode).selectOption({ label: solved })
    await close.getByRole('radio').last().check()
    await room.keyboard.press('Control+Enter')
    await strip(room).locator('[aria-current=step]', { hasText: texts.stages.closed }).waitFor()
    await room.getByRole('link', { name: texts.toReport }).waitFor()
    expect(await agent.procedure(number)).toMatchObject({ stage: 'closed', ball: null, report: { version: 2 } })
    await desk.driver.letterbox.forget()
  })

  test('demoted, it goes the normal road with its clocks as they were [MAJ-2]', async () => {
    const number = await raised()
    const agent = await desk.driver.as('agent')
    await desk.driver.fastForward({ minutes: 7 })
    const { sla: before } = await agent.read(number)
    const peng = await opened('network project manager', number)
    await does(peng, texts.acts['judge-major'], async (form) => {
      await form.getByLabel(texts.fields.demote).check()
      await types(texts.fields.reason, 'Only one floor.')(form)
    })
    await strip(peng).waitFor({ state: 'detached' })
    const after = await agent.read(number)
    expect(after).toMatchObject({ flags: { major: false }, priority: 1, sla: { restore: before.restore } })
    await desk.driver.fastForward({ minutes: 40 })
    expect((await agent.timeline(number)).map(({ type }) => type)).not.toContain('major-step-overdue')
    await desk.driver.letterbox.forget()
  })

  test('a report two people write at once keeps both texts [MAJ-6] [LIF-9]', async () => {
    const number = await raised()
    const [agent, pm] = [await desk.driver.as('agent'), await desk.driver.as('network project manager')]
    await pm.does('judge-major', number, { confirmed: true, reason: 'All are down.' })
    await agent.does('resolve', number, { solution: 'It works again.' })
    await agent.does('write-report', number, { text: '# First' })
    const page = await desk.window(AGENT, { language })
    await page.goto(`${desk.url}/tickets/${number}/report?edit=yes`)
    const written = page.getByRole('textbox', { name: majorReport.text })
    await written.fill('# Mine')
    await pm.does('write-report', number, { text: '# Theirs' })
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').filter({ hasText: texts.changedMeanwhile }).waitFor()
    await page.getByRole('button', { name: majorReport.showTheirs }).click()
    await page.getByRole('heading', { name: 'Theirs' }).waitFor()
    expect(await written.inputValue()).toBe('# Mine')
    await page.getByRole('button', { name: majorReport.save }).click()
    await page.getByRole('article').getByRole('heading', { name: 'Mine' }).waitFor()
    expect((await agent.procedure(number)).report).toMatchObject({ version: 3, text: '# Mine' })
    await desk.driver.letterbox.forget()
  })
}
