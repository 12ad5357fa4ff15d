import { expect, test } from 'vitest'
import { browserDesk, describeInBrowser, shown } from './browser-desk.ts'

describeInBrowser('a manager', () => {
  const desk = browserDesk()

  test('every figure of the dashboard leads to a list of so many tickets [REP-6]', async () => {
    const page = await desk.window('management')
    await page.goto(`${desk.url}/dashboard`)
    await shown(page, 'Dashboard')
    const links = page.locator('a.figure, .bars a')
    await links.first().waitFor()
    const figures = await links.evaluateAll((all) =>
      all.map((link) => [link.getAttribute('href') ?? '', Number(link.querySelector('.number')?.textContent)] as const),
    )
    expect(figures.length).toBeGreaterThan(8)
    for (const [href, count] of figures) {
      await page.goto(desk.url + href)
      await shown(page, /./)
      expect([href, await page.locator('.tickets tbody tr').count()]).toEqual([href, count])
    }
  })
})
