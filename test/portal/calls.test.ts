import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, settled, shown } from './browser-desk.ts'

describeInBrowser('calls to make', () => {
  const desk = browserDesk({ withTickets: false })

  test('one call about several tickets names each of them, and is ticked off once [NOT-1] [NOT-5]', async () => {
    const agent = await desk.driver.as('agent')
    const graded = { impact: 'significant', urgency: 'high', category: 'network', service: 'network' } as const
    const said = { description: 'Since nine.', requester: { personId: 'anna' } }
    const opened: string[] = []
    for (const crane of [1, 2, 3, 4, 5, 6])
      opened.push((await agent.open({ title: `Crane ${crane} is offline`, ...said, ...graded })).number)
    await desk.driver.fastForward({ minutes: 31 })

    const page = await desk.window('agent', { language: 'en' })
    await page.goto(`${desk.url}/calls`)
    await shown(page, 'Calls to make')
    const cards = page.locator('.tasks > li')
    const joined = cards.filter({ hasText: 'The same call is about' }).first()
    const links = await joined.getByRole('link', { name: /Crane \d is offline/ }).allTextContents()
    expect(links.length).toBeGreaterThan(1)
    expect(new Set(links).size).toBe(links.length)
    for (const link of links) expect(opened).toContain(link.split(' ')[0])
    await settled(page)
    expect(await accessibilityFaults(page)).toEqual([])

    const count = await cards.count()
    await joined.getByRole('button', { name: 'Tick off' }).click()
    await expect.poll(() => cards.count()).toBe(count - 1)
  })
})
