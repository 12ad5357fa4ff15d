import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { defaultCodes } from '../../shared/application/defaults/default-codes.ts'
import type { Colleague } from '../support/colleague.ts'
import type { Part } from '../support/desk.ts'
import { linkIn } from '../support/letterbox.ts'
import { MONDAY_9_SHANGHAI } from '../support/story-desk.ts'
import { type BrowserDesk, browserDesk, describeInBrowser, PHONE, shown } from './browser-desk.ts'
import { SPOKEN, type Spoken } from './spoken.ts'

const SOLVED = { solution: 'Driver renewed.', cause: 'A broken driver.' }
const QUESTION = 'Which printer is it?'

/** One story for every role, along the whole road; the others' parts are played over the API. */
describeInBrowser('the whole road', () => {
  const desk = browserDesk({ startsAt: MONDAY_9_SHANGHAI, withTickets: false })
  describe.each(SPOKEN)('in $language', (spoken) => roles(desk, spoken))
})

const roles = (desk: BrowserDesk, { language, ...t }: Spoken): void => {
  const isChinese = language === 'zh-CN'
  const REQUESTER: Part = isChinese ? 'chinese requester' : 'requester'
  const AGENT: Part = isChinese ? 'chinese agent' : 'agent'
  const ENGINEER: Part = isChinese ? 'engineer' : 'lead'

  const nameOf = (list: keyof typeof defaultCodes, code: string): string =>
    defaultCodes[list].find((each) => each.code === code)?.name[language] ?? ''

  /** The desk is the same in both languages. */
  const titled = (title: string): string => `${title}, ${language}`

  const windowOf = async (part: Part, path: string, heading: string | RegExp): Promise<Page> => {
    const page = await desk.window(part, { language })
    await page.goto(desk.url + path)
    await shown(page, heading)
    return page
  }

  const cast = async () => ({
    requester: await desk.driver.as(REQUESTER),
    agent: await desk.driver.as(AGENT),
    engineer: await desk.driver.as(ENGINEER),
  })

  /** By the link of the newest mail that asks them, without signing in. */
  const answersByLink = async (requester: Colleague, text: string): Promise<void> => {
    const page = await desk.window(null, { viewport: PHONE })
    await page.goto(linkIn(await requester.expectMail(new RegExp(QUESTION.replace('?', '\\?')))))
    await page.getByText(QUESTION).first().waitFor()
    await page.getByLabel(t.link.write).fill(text)
    await page.getByRole('button', { name: t.link.send }).click()
    await page.getByText(t.link.done.comment).waitFor()
    await page.close()
  }

  const sends = (page: Page): Promise<void> => page.getByRole('dialog').locator('button[type=submit]').click()

  /** Somebody comes back to the window, which looks at once whether there is news; staying would take it five seconds. */
  const comesBack = (page: Page): Promise<unknown> =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

  const sees = async (page: Page, text: string): Promise<void> => {
    await comesBack(page)
    await page.getByText(text).first().waitFor()
  }

  /** What the page shows is what the desk has. */
  const isIn = async (page: Page, state: keyof typeof t.words.states): Promise<void> => {
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
    await comesBack(page)
    await page
      .locator('main .tag', { hasText: new RegExp(`^${t.words.states[state]}$`) })
      .first()
      .waitFor()
    // shown at once, before the desk has answered
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  }

  test('the requester reports, answers from the mail, confirms and rates [INT-1] [INT-10] [CLO-2] [CLO-6]', async () => {
    const { requester, agent, engineer } = await cast()
    const { report, state, ticket } = t.requester
    const page = await desk.window(REQUESTER, { language, viewport: PHONE })
    await page.goto(`${desk.url}/report`)
    await shown(page, report.title.incident)
    await page.getByLabel(report.what.incident).fill(titled('Invoices lack page 2'))
    await page.getByLabel(report.details.incident).fill('Since today.')
    await page.getByRole('button', { name: report.send.incident }).click()
    await shown(page, titled('Invoices lack page 2'))
    await page.getByText(state.recorded).waitFor()
    const number = new URL(page.url()).pathname.replace('/tickets/', '')

    await agent.does('classify', number, { category: 'printing', service: 'workplace' })
    await agent.does('assign', number, {})
    await engineer.does('accept', number)
    await desk.driver.fastForward({ minutes: 20 })
    await engineer.does('wait', number, { code: 'requester', reason: QUESTION })
    await sees(page, state.waitingForYou)
    await desk.driver.fastForward({ hours: 5 })
    await answersByLink(requester, 'The one on floor 3.')
    await sees(page, 'The one on floor 3.')

    await engineer.does('resolve', number, SOLVED)
    await sees(page, ticket.worksTitle)
    await sees(page, SOLVED.solution)
    await page.getByText(ticket.scores[5]).click()
    await page.getByRole('button', { name: ticket.works }).click()
    await page.getByText(state.confirmed).waitFor()
    expect(await agent.read(number)).toMatchObject({ satisfaction: { score: 5 } })
    await agent.does('close', number, { code: 'solved' })
    await sees(page, state.closed)
    await desk.driver.letterbox.forget()
  })

  test('the desk agent dispatches what comes in, and closes what is solved and confirmed [LIF-2] [PRI-2] [CLO-5]', async () => {
    const { requester, engineer } = await cast()
    const page = await windowOf(AGENT, '/intake', t.queue.intake)
    const { number } = await requester.open({
      title: titled('The scanner hums'),
      description: 'Loudly.',
      service: 'workplace',
    })
    await comesBack(page)
    await page.getByRole('link', { name: titled('The scanner hums') }).click()
    await shown(page, titled('The scanner hums'))
    await page.keyboard.press('g')
    const classify = page.getByRole('dialog')
    await classify.getByLabel(t.words.category).selectOption('hardware')
    await sends(page)
    await classify.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t.acts.names.assign, exact: true }).click()
    await sends(page)
    await isIn(page, 'assigned')

    await engineer.does('accept', number)
    await engineer.does('wait', number, { code: 'requester', reason: QUESTION })
    await isIn(page, 'waiting')
    await desk.driver.fastForward({ hours: 5 })
    await answersByLink(requester, 'It stands beside the door.')
    await engineer.does('resolve', number, SOLVED)
    await requester.does('confirm', number, { satisfaction: { score: 4 } })

    await page.getByRole('link', { name: t.queue.toClose }).click()
    await shown(page, t.queue.toClose)
    await page
      .getByRole('row', { name: titled('The scanner hums') })
      .getByRole('link', { name: t.acts.names.close })
      .click()
    const close = page.getByRole('dialog')
    await close.getByLabel(t.acts.fields.closeCode).selectOption({ label: nameOf('closeCodes', 'solved') })
    await sends(page)
    await isIn(page, 'closed')
    expect(await engineer.read(number)).toMatchObject({ state: 'closed', category: 'hardware', closeCode: 'solved' })
    await desk.driver.letterbox.forget()
  })

  test('the engineer accepts, asks, goes on when the answer has come, and resolves [WAI-4] [SLA-4]', async () => {
    const { requester, agent, engineer } = await cast()
    const { number } = await requester.open({ title: titled('Mail is slow'), description: 'Very.', service: 'email' })
    await agent.does('classify', number, { category: 'email' })
    await agent.does('assign', number, {})
    const page = await windowOf(ENGINEER, '/queues/workplace', /./)
    await page.getByRole('link', { name: titled('Mail is slow') }).click()
    await shown(page, titled('Mail is slow'))
    await page.keyboard.press('a')
    await isIn(page, 'accepted')

    await desk.driver.fastForward({ minutes: 20 })
    await page.keyboard.press('p')
    const wait = page.getByRole('dialog')
    await wait.getByLabel(t.acts.fields.waitCode).selectOption({ label: nameOf('waitCodes', 'requester') })
    await wait.getByLabel(t.acts.fields.question).fill(QUESTION)
    await sends(page)
    await isIn(page, 'waiting')
    await page.getByText(t.queue.paused).filter({ visible: true }).first().waitFor()
    await desk.driver.fastForward({ hours: 5 })
    await answersByLink(requester, 'Everything with a picture.')
    await sees(page, 'Everything with a picture.')
    await isIn(page, 'accepted')
    expect((await engineer.read(number)).sla.restore).toMatchObject({ paused: false, missedAt: null })

    await page.keyboard.press('s')
    const resolve = page.getByRole('dialog')
    await resolve.getByLabel(t.acts.fields.solution).fill(SOLVED.solution)
    await resolve.getByRole('textbox', { name: t.acts.fields.cause }).fill(SOLVED.cause)
    await sends(page)
    await isIn(page, 'resolved')
    await requester.does('confirm', number, { satisfaction: { score: 5 } })
    await agent.does('close', number, { code: 'solved' })
    await isIn(page, 'closed')
    await page.getByText(t.acts.none).waitFor()
    await desk.driver.letterbox.forget()
  })

  test('the manager sees a promise missed, and goes from the figure to the list to the ticket [REP-6]', async () => {
    const { requester, agent, engineer } = await cast()
    const page = await windowOf('management', '/dashboard', t.pages.dashboard)
    const openLink = page.getByRole('link', { name: new RegExp(`^\\d+ ?${t.manager.dashboard.open}`) })
    const openBefore = Number.parseInt((await openLink.textContent()) ?? '', 10)
    const { number } = await requester.open({
      title: titled('No dial tone'),
      description: 'None.',
      service: 'workplace',
    })
    await agent.does('assign', number, { group: 'workplace' })
    await desk.driver.fastForward({ days: 1 })
    await page.reload()
    await page.getByRole('link', { name: t.manager.dashboard.missed }).click()
    await shown(page, t.manager.list.views.missed)
    await page.getByRole('link', { name: titled('No dial tone') }).click()
    await shown(page, titled('No dial tone'))
    await page.getByRole('region', { name: t.ticket.clock }).locator('[data-pressing=late]').first().waitFor()

    await engineer.does('accept', number)
    await engineer.does('wait', number, { code: 'requester', reason: QUESTION })
    await answersByLink(requester, 'All of them.')
    await engineer.does('resolve', number, SOLVED)
    await requester.does('confirm', number, { satisfaction: { score: 3 } })
    await agent.does('close', number, { code: 'solved' })
    await isIn(page, 'closed')
    await page.getByRole('link', { name: t.pages.dashboard }).first().click()
    await shown(page, t.pages.dashboard)
    await page.getByRole('link', { name: new RegExp(`^${openBefore} ?${t.manager.dashboard.open}`) }).waitFor()
    await desk.driver.letterbox.forget()
  })

  test('the administrator changes a target, and the next ticket is promised by it [ESC-9] [SLA-1]', async () => {
    const { requester, agent, engineer } = await cast()
    const field = `3 · ${t.words.priorities[3]}: ${t.admin.fields.respondMinutes}`
    const page = await windowOf('administrator', '/admin/promises', t.pages.admin.promises)
    const todays = Number(await page.getByLabel(field).inputValue())
    const before = await requester.open({ title: 'Before', description: 'As it was.' })
    await agent.does('cancel', before.number, { reason: 'Only to compare.' })
    await page.getByLabel(field).fill(String(todays - 15))
    await page.getByRole('button', { name: t.admin.edit.save, exact: true }).click()
    await page.getByText(t.admin.edit.saved).waitFor()
    // what the desk reads its settings through is at most this old
    await desk.driver.fastForward({ minutes: 1 })
    const after = await requester.open({ title: 'After', description: 'As it is now.' })
    const targetOf = async ({ number }: { readonly number: string }) => (await agent.read(number)).sla.respond?.target
    expect([await targetOf(before), await targetOf(after)]).toEqual([todays, todays - 15])

    const { number } = after
    await agent.does('assign', number, { group: 'workplace' })
    await engineer.does('accept', number)
    await engineer.does('wait', number, { code: 'requester', reason: QUESTION })
    await answersByLink(requester, 'It is the new one.')
    await engineer.does('resolve', number, SOLVED)
    await requester.does('confirm', number, { satisfaction: { score: 5 } })
    expect(await agent.does('close', number, { code: 'solved' })).toMatchObject({
      sla: { respond: { target: todays - 15 } },
    })
    await desk.driver.letterbox.forget()
  })
}
