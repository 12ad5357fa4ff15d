import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserDesk, describeInBrowser, shown } from './browser-desk.ts'

describeInBrowser('when the desk or the sign-in fails while somebody only looks', () => {
  const desk = browserDesk()

  const queue = async (): Promise<Page> => {
    const page = await desk.window('lead')
    await page.goto(`${desk.url}/queues/workplace`)
    await shown(page, /queue/)
    await page.getByText('Live', { exact: true }).waitFor()
    return page
  }

  /** Has the page look again at once. */
  const looksAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

  const problem = (status: number) => ({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ status, code: 'x', title: 'x', detail: 'x' }),
  })

  test('an expired sign-in is said over the page, and whoever signs in again goes on where they were', async () => {
    const page = await queue()
    await page.route('**/api/v1/tickets?**', (route) => route.fulfill(problem(401)))
    await looksAgain(page)
    const banner = page.getByRole('status').filter({ hasText: 'Your sign-in has expired' })
    await banner.waitFor()
    await page.getByText('Not up to date', { exact: true }).waitFor()
    await page.unroute('**/api/v1/tickets?**')
    await banner.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Go on as Leo Martins' }).click()
    await banner.waitFor({ state: 'detached' })
    await looksAgain(page)
    await page.getByText('Live', { exact: true }).waitFor()
  })

  test('a failure of the desk is said, and goes away with it', async () => {
    const page = await queue()
    await page.route('**/api/v1/tickets?**', (route) => route.fulfill(problem(500)))
    await looksAgain(page)
    const banner = page.getByRole('status').filter({ hasText: 'The desk cannot be reached' })
    await banner.waitFor()
    await page.unroute('**/api/v1/tickets?**')
    await looksAgain(page)
    await banner.waitFor({ state: 'detached' })
  })

  test('a slow desk is asked once at a time', async () => {
    const page = await queue()
    let asked = 0
    const answer = Promise.withResolvers<void>()
    await page.route('**/api/v1/tickets?**', async (route) => {
      asked += 1
      await answer.promise
      await route.continue()
    })
    const sent = page.waitForRequest('**/api/v1/tickets?**')
    await looksAgain(page)
    await sent
    for (let round = 0; round < 5; round += 1) await looksAgain(page)
    expect(asked).toBe(1)
    answer.resolve()
    await page.waitForResponse('**/api/v1/tickets?**')
  })

  test('a page that cannot be read says so and can be asked for again', async () => {
    const page = await desk.window('lead')
    await page.route('**/api/v1/tickets?**', (route) => route.fulfill(problem(500)))
    await page.goto(`${desk.url}/queues/workplace`)
    await page.getByRole('alert').getByText('The desk had a failure of its own').waitFor()
    await page.unroute('**/api/v1/tickets?**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Live', { exact: true }).waitFor()
  })

  test('a call that is being recorded outlives a reload, with the caller who was chosen [INT-9]', async () => {
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/record`)
    const caller = page.getByRole('combobox', { name: /Who is calling/ })
    await caller.pressSequentially('anna@')
    await page.getByRole('option', { name: /Anna Berg/ }).waitFor()
    await caller.press('Enter')
    await page.getByLabel('Title').fill('The door stays shut')
    await page.reload()
    await page.getByRole('heading', { name: /Anna Berg/ }).waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('The door stays shut')
    expect(await caller.inputValue()).toBe('Anna Berg')
  })
})
