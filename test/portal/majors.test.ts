import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'

describeInBrowser('major incidents, seen from beside', () => {
  const desk = browserDesk({ withTickets: false })
  const said = { description: 'All of it.', category: 'network', service: 'network', requester: { personId: 'anna' } }

  test('below one each incident is named, and of what is kept from the reader the number alone [MAJ-8] [PRI-9]', async () => {
    const agent = await desk.driver.as('agent')
    const urgent = { impact: 'extensive', urgency: 'critical' } as const
    const { number } = await agent.open({ ...said, title: 'Harbour down', ...urgent })
    await (await desk.driver.as('network project manager')).does('judge-major', number, {
      confirmed: true,
      reason: 'x',
    })
    const child = (await agent.open({ ...said, title: 'No mail in the tower' })).number
    const secret = (await agent.open({ ...said, title: 'Passwords on a wall', security: true })).number
    for (const each of [child, secret]) await agent.does('attach-child', number, { child: each })
    await desk.driver.settled()

    const page = await desk.window('second line', { language: 'en', viewport: PHONE })
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'Harbour down')
    const part = page.getByRole('region', { name: 'Incidents below it (2)' })
    await part.getByRole('link', { name: `${child} No mail in the tower` }).waitFor()
    await part.getByText(`${secret} · withheld from you`).waitFor()
    expect(await part.getByRole('link', { name: secret }).count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await settled(page)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('a solved one stays on the dashboard with what it waits for, which leads to its list [MAJ-5] [REP-6]', async () => {
    const agent = await desk.driver.as('agent')
    const urgent = { impact: 'extensive', urgency: 'critical' } as const
    const { number } = await agent.open({ ...said, title: 'Payroll down', ...urgent })
    await (await desk.driver.as('network project manager')).does('judge-major', number, {
      confirmed: true,
      reason: 'x',
    })
    const cure = { outcome: 'cure', solution: 'Renewed', cause: 'Expired', environmentChanged: false } as const
    await agent.does('resolve', number, { ...cure, category: 'network' })
    await desk.driver.settled()

    const page = await desk.window('management', { language: 'en' })
    await page.goto(`${desk.url}/dashboard`)
    await shown(page, 'Dashboard')
    const majors = page.getByRole('region', { name: 'Major incident' })
    await majors.getByRole('listitem').filter({ hasText: 'Payroll down' }).getByText('waits for review').waitFor()
    await majors.getByRole('link', { name: 'waits for review 1' }).click()
    await shown(page, 'Solved, not closed · waits for review')
    await page.getByRole('link', { name: 'Payroll down' }).waitFor()
    await settled(page)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
