import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'

describeInBrowser('duplicates', () => {
  const desk = browserDesk()

  const reported = async (title: string): Promise<string> => {
    const requester = await desk.driver.as('requester')
    return (await requester.open({ title, description: 'Since nine.', service: 'workplace' })).number
  }
  const stateOf = async (number: string) => (await (await desk.driver.as('agent')).read(number)).state

  test('from the hint on the one to the form on the other, merged, and undone from the message [INT-13] [INT-14]', async () => {
    const first = await reported('Fountain in the lobby floods')
    const second = await reported('The lobby fountain floods')
    const third = await reported('Lobby: the fountain floods again')
    const page = await desk.window('agent', { viewport: PHONE })
    await page.goto(`${desk.url}/tickets/${second}`)
    await shown(page, 'The lobby fountain floods')
    const hint = page.getByRole('region', { name: 'Looks like' })
    await hint.getByRole('link', { name: `Merge into it ${first}` }).click()
    await shown(page, 'Fountain in the lobby floods')
    const dialog = page.getByRole('dialog', { name: /Merge duplicates/ })
    expect(await dialog.getByRole('checkbox', { name: second }).isChecked()).toBe(true)
    await dialog.getByRole('checkbox', { name: third }).check()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    expect(new URL(page.url()).search).toBe('')
    await dialog.getByRole('button', { name: 'Merge duplicates' }).click()
    await page.getByText('2 tickets merged; their requesters are told.').waitFor()
    expect([await stateOf(second), await stateOf(third)]).toEqual(['merged', 'merged'])
    await page.getByRole('link', { name: third, exact: true }).waitFor()
    expect(await hint.count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back; both stand in the history.').waitFor()
    expect([await stateOf(second), await stateOf(third)]).toEqual(['recorded', 'recorded'])
    await desk.driver.letterbox.forget()
  })

  test('by number and keyboard alone; the duplicate says where it goes on, and takes the merge back [INT-13]', async () => {
    const [into, duplicate] = [await reported('The gate squeaks'), await reported('Barrier broken')]
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/tickets/${into}`)
    await shown(page, 'The gate squeaks')
    await page.keyboard.press('m')
    await page.getByRole('dialog', { name: /Merge duplicates/ }).waitFor()
    await page.getByLabel(/numbers|Numbers/).fill(String(Number(duplicate.slice(-6))))
    await page.keyboard.press('Enter')
    await page.getByText('Merged; its requester is told.').waitFor()
    await page.getByRole('link', { name: duplicate }).click()
    await shown(page, 'Barrier broken')
    await page.getByText(/Merged into/).waitFor()
    expect(await page.getByRole('link', { name: into }).count()).toBeGreaterThan(0)
    await page
      .getByRole('listitem')
      .filter({ hasText: `Grace Okafor merged it into ${into}` })
      .waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Undo the merge' }).click()
    await expect.poll(() => stateOf(duplicate)).toBe('recorded')
    await page.getByRole('button', { name: 'Dispatch' }).waitFor()
    await desk.driver.letterbox.forget()
  })

  test('several ticked in the intake, by keyboard alone, go into the one that was there first [INT-13]', async () => {
    const [first, second] = [await reported('Sprinkler drips in hall A'), await reported('Hall B smells of gas')]
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/intake`)
    await shown(page, 'Intake')
    const row = (number: string) => page.getByRole('row').filter({ hasText: number })
    await row(second).getByRole('link').focus()
    await page.keyboard.press('x')
    await page.getByText('Tick another one to merge them.').waitFor()
    await row(first)
      .getByRole('checkbox', { name: `Tick ${first}` })
      .press('Space')
    await page.getByRole('status').filter({ hasText: '2 ticked' }).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    await page.getByRole('link', { name: `Merge into ${first}` }).press('Enter')
    await shown(page, 'Sprinkler drips in hall A')
    const dialog = page.getByRole('dialog', { name: /Merge duplicates/ })
    await expect.poll(() => dialog.getByRole('checkbox', { name: second }).isChecked()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Merged; its requester is told.').waitFor()
    expect([await stateOf(first), await stateOf(second)]).toEqual(['recorded', 'merged'])
    await page.goBack()
    await shown(page, 'Intake')
    await row(second).waitFor({ state: 'detached' })
    expect(await page.getByRole('status').filter({ hasText: 'ticked' }).count()).toBe(0)
    await desk.driver.letterbox.forget()
  })

  test('what their requester writes arrives at the other one [INT-13]', async () => {
    const [into, duplicate] = [await reported('The door sticks'), await reported('Handle loose')]
    await (await desk.driver.as('agent')).does('merge', into, { duplicates: [duplicate] })
    const page = await desk.window('requester')
    await page.goto(`${desk.url}/tickets/${duplicate}`)
    await shown(page, 'Handle loose')
    await page.getByText('It was put together with another one about the same matter.').waitFor()
    await page.getByRole('textbox', { name: /Write to the service desk/ }).fill('Now it has fallen off.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Now it has fallen off.' }).waitFor()
    const agent = await desk.window('agent')
    await agent.goto(`${desk.url}/tickets/${into}`)
    const passedOn = agent.getByRole('listitem').filter({ hasText: `wrote on ${duplicate}` })
    await passedOn.getByText('Now it has fallen off.').waitFor()
    await desk.driver.letterbox.forget()
  })
})
