import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, settled, shown } from './browser-desk.ts'

const TITLE = 'The badge readers of all gates were dead'

describeInBrowser('a major incident written after the fact', () => {
  const desk = browserDesk({ startsAt: '2026-10-29T02:00:00.000Z' })

  const choose = async (page: Page, field: RegExp, typed: string, option: RegExp) => {
    const box = page.getByRole('combobox', { name: field })
    await box.pressSequentially(typed)
    await page.getByRole('option', { name: option }).waitFor()
    await box.press('Enter')
  }

  const write = async (page: Page): Promise<void> => {
    await page.goto(`${desk.url}/registrations`)
    await page.getByRole('link', { name: 'Write one down' }).first().click()
    await shown(page, 'Write a major incident down afterwards')
    await choose(page, /Who reported it/, 'victor', /Victor Hale/)
    await page.getByLabel('Title').fill(TITLE)
    await choose(page, /Category/, 'hardw', /Computers and devices/)
    await page.getByLabel('Solved by the group').selectOption({ label: 'Network support' })
    const times = { 'It began': '01:00', 'Reported to the desk': '01:10', Assigned: '01:12', 'Responded to': '01:20' }
    for (const [label, time] of Object.entries(times)) await page.getByLabel(label).fill(`2026-10-29T${time}`)
    await page.getByLabel('Solution').fill('Restarted the controller.')
    await page.getByLabel(/Why it was not recorded/).fill('The desk was cut off as well.')
  }

  test('takes no time before the one it follows, is confirmed by somebody else and stands in the report, marked until then [INT-12] [REP-3]', async () => {
    const writer = await desk.window('agent')
    await write(writer)
    const restored = writer.getByLabel('Restored')
    const isTaken = () => restored.evaluate((field) => (field as HTMLInputElement).validity.valid)
    await restored.fill('2026-10-29T01:15')
    expect(await isTaken()).toBe(false)
    await restored.fill('2026-10-29T01:55')
    expect(await isTaken()).toBe(true)
    await writer.getByRole('button', { name: 'Write it down' }).click()
    await shown(writer, TITLE)
    const times = writer.locator('.true-times dd')
    expect(await times.allTextContents()).toEqual(['01:00', '01:10', '01:12', '01:20', '01:55'])
    expect(await writer.getByRole('button', { name: 'Confirm the times' }).count()).toBe(0)
    expect(await writer.getByRole('main').getByRole('button', { name: 'Close', exact: true }).count()).toBe(0)
    await settled(writer)
    expect(await accessibilityFaults(writer)).toEqual([])

    const manager = await desk.window('desk manager')
    await manager.goto(`${desk.url}/reports/2026-10`)
    await shown(manager, 'Report for October 2026')
    const listed = manager.getByRole('region', { name: 'Registered afterwards' })
    await listed.getByText('not confirmed by a second person yet').waitFor()
    const recipients = manager.getByRole('region', { name: 'Whom it is sent to' })
    await recipients.getByText('Diana Frost, Ivan Petrov, Martin Cole').waitFor()

    await manager.goto(`${desk.url}/registrations`)
    await manager.getByRole('link', { name: 'Confirm the times' }).click()
    await manager.getByRole('radio', { name: 'The times are true' }).check()
    await manager.getByRole('dialog').getByRole('button', { name: 'Confirm the times' }).click()
    await manager.getByText('confirmed by Diana Frost').waitFor()
    await manager.goto(`${desk.url}/reports/2026-10`)
    await listed.getByText(TITLE).waitFor()
    expect(await listed.getByText('not confirmed').count()).toBe(0)
  })

  test('the administrator says who is sent the report [REP-3]', async () => {
    const page = await desk.window('administrator')
    await page.goto(`${desk.url}/admin/report-recipients`)
    await shown(page, 'Report recipients')
    await page.getByRole('checkbox', { name: 'Sofia Lindqvist' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Version 2').waitFor()
    const manager = await desk.window('desk manager')
    await manager.goto(`${desk.url}/reports/2026-10`)
    await manager
      .getByRole('region', { name: 'Whom it is sent to' })
      .getByText(/Sofia Lindqvist/)
      .waitFor()
  })
})
