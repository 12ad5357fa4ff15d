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

  test('an engineer whose shift at the desk has begun has its pages, and loses them with it [ROL-6]', async () => {
    const admin = await desk.driver.as('administrator')
    const until = '2026-03-02T14:00:00.000Z'
    const rota = {
      id: 'at-the-desk',
      name: { 'zh-CN': '值台', en: 'At the desk' },
      subject: { kind: 'desk' },
      timeZone: 'UTC',
      neededDuring: null,
      layers: [],
    }
    const shift = { id: 'one', from: '2026-03-02T08:00:00.000Z', to: until, person: 'xia', replaces: null }
    const page = await desk.window('engineer', { language: 'en' })
    await page.goto(`${desk.url}/work`)
    await shown(page, 'My work')
    const intake = page.getByRole('link', { name: 'Intake' })
    expect(await intake.count()).toBe(0)

    await admin.puts('/rotas/at-the-desk', { ...rota, overrides: [shift] })
    await desk.driver.fastForward({ minutes: 1 })
    const comesBack = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await comesBack()
    await page.getByRole('list', { name: 'On duty' }).getByText('At the desk').waitFor()
    await intake.click()
    await shown(page, 'Intake')
    await page.getByRole('link', { name: /^At the desk now: .*夏雨/ }).waitFor()

    await desk.driver.fastForward({ hours: 5 })
    await comesBack()
    await page.getByRole('list', { name: 'On duty' }).waitFor({ state: 'detached' })
    await intake.waitFor({ state: 'detached' })
  })

  test('on a phone the week is a list, nothing wider than the screen [ONC-1]', async () => {
    const page = await desk.window('agent', { viewport: PHONE })
    await rota(page)
    await shift(page, /Grace/).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  })
})
