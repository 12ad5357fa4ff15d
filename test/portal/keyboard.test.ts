import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserDesk, describeInBrowser, shown } from './browser-desk.ts'

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.tagName || '')

const tabTo = async (page: Page, text: RegExp): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    if (text.test(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`60 presses of Tab do not lead to ${text}`)
}

describeInBrowser('by keyboard alone', () => {
  const desk = browserDesk()

  test('sign in, take the first ticket of the intake, dispatch it, and note why', async () => {
    const page = await desk.window(null)
    await page.goto(desk.url)
    await shown(page, /Sign in/)
    await tabTo(page, /Grace Okafor/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('i')
    await shown(page, /Intake/)
    expect(await focused(page)).toBe('Intake')

    await page.getByRole('link', { name: /Called three times/ }).waitFor()
    await page.keyboard.press('j')
    expect(await focused(page)).toMatch(/Called three times/)
    await page.keyboard.press('Enter')
    await shown(page, /Called three times/)

    await page.keyboard.press('d')
    await page.getByRole('dialog', { name: /Dispatch/ }).waitFor()
    await page.keyboard.type('Work')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Assigned', { exact: true }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)

    await page.keyboard.press('r')
    await page.keyboard.type('Promised to call back before noon.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('listitem').filter({ hasText: 'Promised to call back' }).waitFor()
  })

  test('a dialog keeps the focus and gives it back', async () => {
    const page = await desk.window('lead')
    await page.goto(`${desk.url}/queues/workplace`)
    await page.getByRole('link', { name: /Mail on the phone/ }).click()
    await shown(page, /Mail on the phone/)
    await tabTo(page, /^Resolve$/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: /Resolve/ }).waitFor()
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('Resolve')
  })

  test('whoever speaks to the machine can switch the single keys off', async () => {
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/work`)
    await shown(page, /My work/)
    await page.getByRole('button', { name: 'Grace Okafor' }).click()
    await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('i')
    expect(new URL(page.url()).pathname).toBe('/work')
  })
})
