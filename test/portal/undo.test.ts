import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserDesk, describeInBrowser, shown } from './browser-desk.ts'

describeInBrowser('what was done by mistake', () => {
  const desk = browserDesk()

  const read = async (number: string) => (await desk.driver.as('agent')).read(number)

  /** A ticket of the workplace group that nobody has accepted yet. */
  const dispatched = async (title: string): Promise<string> => {
    const agent = await desk.driver.as('agent')
    const { number } = await agent.open({ title, description: 'Since nine.', category: 'printing' })
    await agent.does('assign', number, { group: 'workplace' })
    return number
  }

  const ticketPage = async (page: Page, number: string): Promise<void> => {
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, /./)
  }

  test('an engineer hands over to a colleague by name, and takes it back [LIF-3]', async () => {
    const number = await dispatched('The scanner hums')
    const page = await desk.window('lead')
    await ticketPage(page, number)
    await page.getByRole('button', { name: 'Transfer' }).click()
    const dialog = page.getByRole('dialog', { name: /Transfer/ })
    await dialog.getByLabel('To the group').selectOption('workplace')
    await dialog.getByLabel('To the person').selectOption({ label: '夏雨 Xia Yu' })
    await dialog.getByLabel('Reason').fill('She knows scanners.')
    await dialog.getByRole('button', { name: 'Transfer' }).click()
    await expect.poll(async () => (await read(number)).assignee).toMatchObject({ id: 'xia' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back; both stand in the history.').waitFor()
    expect(await read(number)).toMatchObject({ group: 'workplace', assignee: null })
    await page.getByRole('listitem').filter({ hasText: 'Taken back right away' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'She knows scanners.' }).waitFor()
  })

  test('accepted by mistake: handed back to the group it came from', async () => {
    const number = await dispatched('The scanner smells')
    const page = await desk.window('lead')
    await ticketPage(page, number)
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByText('The ticket is yours.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back; both stand in the history.').waitFor()
    expect(await read(number)).toMatchObject({ state: 'assigned', group: 'workplace', assignee: null })
  })

  test('after somebody else’s act it is too late to undo, and that is said [LIF-9]', async () => {
    const number = await dispatched('The scanner blinks')
    const page = await desk.window('lead')
    await ticketPage(page, number)
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByText('The ticket is yours.').waitFor()
    await page.route(`**/tickets/${number}`, (route) => route.abort())
    const colleague = await desk.driver.as('chinese agent')
    await colleague.does('comment', number, { text: 'She calls again at ten.' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('王伟 Wang Wei changed this in between.').waitFor()
    expect((await read(number)).state).toBe('accepted')
  })

  test('an act the desk refuses is taken back on the page, with the reason [LIF-1]', async () => {
    const number = await dispatched('The scanner rattles')
    const page = await desk.window('lead')
    await ticketPage(page, number)
    await page.getByText('Assigned', { exact: true }).waitFor()
    const refused = { status: 409, code: 'illegal-move', detail: 'Not while it is being moved.', title: 'Conflict' }
    await page.route('**/accept', (route) =>
      route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(refused) }),
    )
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByRole('alert').getByText('Not while it is being moved.').waitFor()
    await page.getByText('Assigned', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Accept' }).waitFor()
  })

  test('whoever has gone on before the desk refuses is told, and finds the form as it was', async () => {
    const number = await dispatched('The scanner sleeps')
    const page = await desk.window('lead')
    await ticketPage(page, number)
    const answer = Promise.withResolvers<void>()
    await page.route('**/wait', async (route) => {
      await answer.promise
      await route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"status":500,"code":"x"}' })
    })
    await page.getByRole('button', { name: 'Let it wait' }).click()
    const dialog = page.getByRole('dialog', { name: /Let it wait/ })
    await dialog.getByLabel('Waits for').selectOption({ label: 'Waiting for the vendor' })
    await dialog.getByLabel('Reason').fill('Their turn now.')
    await dialog.getByRole('button', { name: /^Let it wait$/ }).click()
    await page.getByRole('link', { name: 'My work' }).click()
    await shown(page, 'My work')
    answer.resolve()
    const toast = page.getByRole('alert').filter({ hasText: number })
    await toast.getByText('The desk had a failure of its own').waitFor()
    await toast.getByRole('button', { name: 'Let it wait' }).click()
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('Their turn now.')
    expect((await read(number)).state).toBe('assigned')
  })

  test('what was refused can be read by the administrator [ROL-2]', async () => {
    const number = await dispatched('The scanner whistles')
    const elsewhere = await desk.driver.as('network engineer')
    await elsewhere.isRefused('accept', number)
    const page = await desk.window('administrator')
    await page.goto(`${desk.url}/admin/refusals`)
    await page.getByRole('row', { name: new RegExp(`郝强 Hao Qiang Accept · ${number}`) }).waitFor()
  })
})
