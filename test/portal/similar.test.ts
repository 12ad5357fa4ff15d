import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'

describeInBrowser('tickets like another one', () => {
  const desk = browserDesk()

  test('stand beside a call while it is typed, open ones first, each in a tab of its own [INT-14]', async () => {
    const [requester, agent] = [await desk.driver.as('requester'), await desk.driver.as('agent')]
    const title = 'Turnstile in the west hall is stuck'
    const past = await requester.open({ title, description: 'It does not turn.' })
    await agent.does('cancel', past.number, { reason: 'Works again.' })
    const solved = await requester.open({ title, description: 'It does not turn.', service: 'workplace' })
    await agent.does('accept', solved.number)
    await agent.does('resolve', solved.number, { solution: 'Oiled.', cause: 'Dry.' })
    const open = await requester.open({ title: 'The west hall turnstile is stuck', description: 'Again.' })
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/record`)
    await shown(page, /Record a call/)
    await page.getByLabel('Title').pressSequentially('turnstile west hall stuck')
    const panel = page.getByRole('region', { name: /Similar tickets/ })
    // what the first words led to may stand there until all are typed
    const told = page.getByRole('status').filter({ hasText: /^2 similar.*, 1 open$/ })
    await told.waitFor({ state: 'attached' })
    const found = await panel.locator('.number').allTextContents()
    expect(found.filter((text) => /^INC/.test(text)).slice(0, 2)).toEqual([open.number, solved.number])
    expect(found).not.toContain(past.number)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    const tab = page.context().waitForEvent('page')
    await panel.getByRole('link', { name: /west hall turnstile/ }).click()
    await shown(await tab, 'The west hall turnstile is stuck')
    expect(await page.getByLabel('Title').inputValue()).toBe('turnstile west hall stuck')
    await page.getByLabel('Title').fill('zzz')
    await panel.waitFor({ state: 'detached' })
    await page.getByRole('status').filter({ hasText: 'No similar tickets' }).waitFor({ state: 'attached' })
    await desk.driver.letterbox.forget()
  })

  test('are shown to the desk on a ticket that looks like them, and not to an engineer [INT-14]', async () => {
    const requester = await desk.driver.as('requester')
    const first = await requester.open({
      title: 'Fountain in the lobby floods',
      description: 'Wet.',
      service: 'workplace',
    })
    const second = await requester.open({
      title: 'The lobby fountain floods',
      description: 'Wet feet.',
      service: 'workplace',
    })
    const page = await desk.window('agent', { viewport: PHONE })
    await page.goto(`${desk.url}/tickets/${second.number}`)
    await shown(page, 'The lobby fountain floods')
    const hint = page.getByRole('region', { name: 'Looks like' })
    await hint.getByRole('link', { name: /Fountain in the lobby floods/ }).waitFor()
    expect(await hint.getByRole('listitem').count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    expect(await accessibilityFaults(page)).toEqual([])
    await (await desk.driver.as('agent')).does('cancel', first.number, { reason: 'The same.' })
    await page.reload()
    await shown(page, 'The lobby fountain floods')
    await page.waitForLoadState('networkidle')
    expect(await hint.count()).toBe(0)
    await desk.driver.letterbox.forget()
  })
})
