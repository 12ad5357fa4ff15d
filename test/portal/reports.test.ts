import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'

/** The demo's tickets of the end of October; by the third of November the month has been reported. */
describeInBrowser('the monthly report', () => {
  const desk = browserDesk({ startsAt: '2026-10-29T02:00:00.000Z' })

  beforeAll(async () => {
    await desk.driver.fastForward({ days: 5 })
  })

  const open = async (page: Page, path = '/reports') => {
    await page.goto(desk.url + path)
    await shown(page, /./)
  }

  test('shows the newest reported month, met and missed at a glance, without a history that is not there [REP-1] [REP-2]', async () => {
    const page = await desk.window('management')
    await open(page)
    await shown(page, 'Report for October 2026')
    expect(await page.locator('.goal .verdict').allTextContents()).toEqual(['✗ missed', '✗ missed'])
    await page.getByText('There is no history to compare with').waitFor()
    const past = page.locator('.figures-table .compared')
    expect(new Set(await past.locator('[aria-hidden]').allTextContents())).toEqual(new Set(['–']))
  })

  test('every figure leads to as many tickets as it says [REP-1]', async () => {
    const page = await desk.window('management')
    await open(page, '/reports/2026-10')
    const links = page.locator('.figures-table .now a, .goal a')
    const figures = await links.evaluateAll((all) =>
      all.map((link) => [link.getAttribute('href') ?? '', Number.parseFloat(link.textContent ?? '')] as const),
    )
    expect(figures.length).toBeGreaterThan(10)
    for (const [href, count] of figures) {
      await open(page, href)
      const listed = await page.locator('.behind-table tbody tr').count()
      const isCount = /figures\/(tickets|backlog|(response|restoration)-missed)/.test(href) || href.includes('part=')
      if (isCount) expect([href, listed]).toEqual([href, count])
      else expect(listed, href).toBeGreaterThan(0)
    }
  })

  test('the months can be leafed through, and the cuts, and each is drawn and written [REP-2]', async () => {
    const page = await desk.window('incident manager')
    await open(page, '/reports/2026-10')
    await page.getByRole('img', { name: /^Bar chart: tickets by priority/ }).waitFor()
    await page.getByRole('link', { name: 'Channel', exact: true }).click()
    await page.getByRole('img', { name: /^Bar chart: both rates by channel/ }).waitFor()
    expect(await page.getByRole('region', { name: 'Channel' }).locator('tbody tr').count()).toBe(2)
    await page.getByRole('combobox', { name: 'Month' }).selectOption({ label: 'November 2026 (running)' })
    await shown(page, 'Report for November 2026')
    await page.getByText('it is counted now').waitFor()
    await page.getByRole('link', { name: 'The month before' }).click()
    await shown(page, 'Report for October 2026')
  })

  test('is taken away as a spreadsheet and as CSV [REP-3] [REP-7]', async () => {
    const page = await desk.window('desk manager')
    await open(page, '/reports/2026-10')
    for (const [button, name, begin] of [
      ['Spreadsheet', '2026-10.xlsx', 'PK'],
      ['CSV', /^Rows of the month October 2026 .*\.csv$/, '\ufeffnumber,'],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      const file = await download
      expect(file.suggestedFilename()).toMatch(name)
      expect((await readFile(await file.path(), 'utf8')).startsWith(begin)).toBe(true)
    }
  })

  test('is sent again, and corrected by an edition with its reason, beside the first [REP-3]', async () => {
    const page = await desk.window('desk manager')
    await open(page, '/reports/2026-10')
    const sentTo = async () =>
      (await desk.driver.mailbox()).filter(({ subject }) => subject.includes('October 2026')).map(({ to }) => to)
    const before = await sentTo()
    await page.getByRole('button', { name: 'Send again' }).click()
    await page.getByRole('radio', { name: 'Only me' }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click()
    await page.getByText('The report is on its way.').waitFor()
    expect((await sentTo()).slice(0, -before.length)).toEqual(['diana@harbour.example'])

    await page.getByRole('button', { name: 'Correct' }).click()
    await page.getByRole('textbox', { name: 'What is corrected' }).fill('A ticket was a test')
    await page.getByRole('dialog').getByRole('button', { name: 'Correct' }).click()
    await page.getByText('Edition 2 is a correction, asked for by Diana Frost: A ticket was a test').waitFor()
    await page.getByRole('link', { name: 'Edition 1' }).click()
    await page.getByText('There is a newer edition of this month.').waitFor()
    await page.locator('.figures-table .now a').first().click()
    await page.getByRole('link', { name: 'Report for October 2026' }).click()
    await page.getByText('There is a newer edition of this month.').waitFor()
    await desk.driver.letterbox.forget()
  })

  test('stands axe with a whole month in it, in both themes, and fits a phone and a sheet of paper', async () => {
    const page = await desk.window('management', { language: 'zh-CN' })
    await open(page, '/reports/2026-10')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    for (const [viewport, media] of [
      [PHONE, 'screen'],
      [{ width: 794, height: 1123 }, 'print'],
    ] as const) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ media })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
    }
  })

  test('is not for those who work on tickets [ROL-2]', async () => {
    const page = await desk.window('engineer', { language: 'en' })
    await page.goto(`${desk.url}/reports`)
    await page.getByText('This page is not for your role.').waitFor()
    expect(await page.getByRole('link', { name: /Monthly report|月报/ }).count()).toBe(0)
  })
})
