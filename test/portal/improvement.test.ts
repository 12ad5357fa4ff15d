import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'

describeInBrowser('review and improvement', () => {
  const desk = browserDesk({ startsAt: '2026-10-29T02:00:00.000Z' })

  beforeAll(async () => {
    await desk.driver.fastForward({ days: 5 })
  })

  const fitsAndIsAccessible = async (page: Page) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    const viewport = page.viewportSize()
    await page.setViewportSize(PHONE)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    if (viewport) await page.setViewportSize(viewport)
  }

  test('a month is reviewed, its measure is followed by its owner and ended by a manager [REP-5]', async () => {
    const manager = await desk.window('incident manager')
    await manager.goto(`${desk.url}/reports/2026-10`)
    await shown(manager, 'Report for October 2026')
    const review = manager.getByRole('region', { name: 'Monthly review' })
    await review.getByText('has no minutes yet').waitFor()
    await review.getByRole('button', { name: 'Write minutes' }).click()
    await manager.getByRole('textbox', { name: 'Who took part' }).fill('Ivan Petrov, Diana Frost')
    await manager.getByRole('textbox', { name: 'Minutes' }).fill('Calls come back too late.')
    await fitsAndIsAccessible(manager)
    await manager.getByRole('dialog').getByRole('button', { name: 'Write minutes' }).click()
    await review.getByText('Present: Ivan Petrov, Diana Frost').waitFor()

    await review.getByRole('button', { name: 'Add a measure' }).click()
    await manager.getByRole('textbox', { name: 'What is to be done' }).fill('A call-back list')
    await manager.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Leo Martins' })
    await manager.getByLabel('Due').fill('2026-11-30')
    await manager.getByRole('dialog').getByRole('button', { name: 'Add a measure' }).click()
    await review.getByRole('link', { name: 'A call-back list' }).click()
    await shown(manager, 'A call-back list')
    const path = new URL(manager.url()).pathname

    const owner = await desk.window('lead', { language: 'en' })
    await owner.goto(desk.url + path)
    await shown(owner, 'A call-back list')
    expect(await owner.getByRole('button', { name: 'Done' }).count()).toBe(0)
    await owner.getByRole('button', { name: 'Note how it goes' }).click()
    await owner.getByRole('textbox', { name: 'How does it stand?' }).fill('The list is there')
    await owner.getByRole('dialog').getByRole('button', { name: 'Note how it goes' }).click()
    await owner.getByText('The list is there').first().waitFor()

    await manager.goto(`${desk.url}/improvement`)
    await shown(manager, 'Improvement plan')
    await fitsAndIsAccessible(manager)
    await manager.getByRole('link', { name: 'A call-back list' }).click()
    await manager.getByRole('button', { name: 'Done', exact: true }).click()
    await manager.getByRole('textbox', { name: 'What came of it?' }).fill('Calls come back')
    await manager.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await manager.getByText('Ivan Petrov ended it as done').waitFor()
    await fitsAndIsAccessible(manager)
    await manager.goto(`${desk.url}/improvement?state=ended`)
    await manager.getByRole('link', { name: 'A call-back list' }).waitFor()
    await desk.driver.letterbox.forget()
  })

  test('a bad rating waits for the desk manager until it is reviewed with the requester [CLO-6]', async () => {
    const [requester, agent] = [await desk.driver.as('requester'), await desk.driver.as('agent')]
    const { number } = await requester.open({ title: 'Mail is slow', description: 'Since Monday.', service: 'email' })
    await agent.does('accept', number)
    const outcome = { outcome: 'cure', solution: 'Done', cause: null, environmentChanged: false, leftToFindOut: null }
    await agent.does('resolve', number, outcome)
    await agent.does('close', number, { code: 'solved', satisfaction: { score: 1, comment: 'Three days!' } })

    const page = await desk.window('desk manager')
    await page.goto(`${desk.url}/rating-reviews`)
    await shown(page, 'Bad ratings')
    await page.getByRole('link', { name: `Review the rating ${number}` }).click()
    await page.getByRole('textbox', { name: 'Conversation with the requester' }).fill('She waited three days.')
    await page.getByRole('textbox', { name: 'Finding' }).fill('Nobody called back')
    await page.getByRole('textbox', { name: 'Cause' }).fill('Holidays')
    await page.getByRole('dialog').getByRole('button', { name: 'Review the rating' }).click()
    await page.getByText('She waited three days.').waitFor()
    await page.goto(`${desk.url}/rating-reviews`)
    await page.getByText('No bad rating waits for its review').waitFor()
    await desk.driver.letterbox.forget()
  })
})
