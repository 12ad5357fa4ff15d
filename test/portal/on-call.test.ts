import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserDesk, describeInBrowser, PHONE, shown } from './browser-desk.ts'

describeInBrowser('on call', () => {
  const desk = browserDesk({ startsAt: '2026-03-02T10:00:00.000Z' })

  const rota = async (page: Page) => {
    await page.goto(`${desk.url}/on-call`)
    await shown(page, 'On call')
    return page.getByRole('region', { name: 'Service desk, early and late' })
  }
  const shift = (page: Page, name: RegExp) =>
    page
      .getByRole('region', { name: 'Service desk, early and late' })
      .getByRole('list', { name: 'Shifts' })
      .getByRole('button', { name })
      .last()

  test('a shift is taken over in two clicks, and given back in one [ONC-1]', async () => {
    const page = await desk.window('agent')
    await rota(page)
    const theirs = shift(page, /王伟/)
    const before = await page.getByRole('button', { name: /^王伟/ }).count()
    await theirs.click()
    await page.getByRole('button', { name: /^Take over · In place of 王伟/ }).click()
    await page.getByText('Done: Grace Okafor is on duty then.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^王伟/ }).count()).toBe(before - 1)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText('Undone.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^王伟/ }).count()).toBe(before)
  })

  test('somebody else’s rota is looked at, not taken [ONC-1]', async () => {
    const page = await desk.window('engineer')
    await page.goto(`${desk.url}/on-call`)
    await page
      .getByRole('button', { name: /^Grace/ })
      .last()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.getByRole('button', { name: /Take over|接班/ }).count()).toBe(0)
  })

  test('on a phone the week is a list, nothing wider than the screen [ONC-1]', async () => {
    const page = await desk.window('agent', { viewport: PHONE })
    await rota(page)
    await shift(page, /Grace/).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  })
})
