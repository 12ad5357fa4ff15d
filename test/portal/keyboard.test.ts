import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserDesk, describeInBrowser, shown } from './browser-desk.ts'

/** The words of what has the focus; the body, which holds everybody's words, has none of its own. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element, body } = document
    return (element !== body && element?.textContent?.trim()) || element?.tagName || ''
  })

/** The name of the field that has the focus. */
const focusedField = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: field } = document
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      ? (field.labels?.[0]?.textContent?.trim() ?? '')
      : ''
  })

const tabToField = async (page: Page, label: RegExp): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    if (label.test(await focusedField(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`60 presses of Tab do not lead to the field ${label}`)
}

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
    await page.getByRole('button', { name: /Grace Okafor/ }).waitFor()
    await tabTo(page, /Grace Okafor/)
    await page.keyboard.press('Enter')
    await shown(page, /Intake/)
    await page.keyboard.press('w')
    await shown(page, /My work/)
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

  test('report a fault [INT-1]', async () => {
    const page = await desk.window('requester')
    await page.goto(desk.url)
    await shown(page, 'My requests')
    await tabTo(page, /^Report a fault$/)
    await page.keyboard.press('Enter')
    await shown(page, 'Report a fault')
    expect(await focused(page)).toBe('Report a fault')
    await tabToField(page, /^What does not work/)
    await page.keyboard.type('The heating rattles')
    await tabToField(page, /^What happens/)
    await page.keyboard.type('Since the weekend.')
    await tabTo(page, /^Report it$/)
    await page.keyboard.press('Enter')
    await shown(page, 'The heating rattles')
    expect(await focused(page)).toBe('The heating rattles')
    await page.getByText('We have received it.').waitFor()
  })

  test('record a call: who, what, how bad [INT-9] [PRI-6]', async () => {
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/intake`)
    await shown(page, /Intake/)
    await page.keyboard.press('n')
    await shown(page, /Record a call/)
    await tabToField(page, /^Who is calling/)
    await page.keyboard.type('anna')
    await page.getByRole('option', { name: /Anna Berg/ }).waitFor()
    await page.keyboard.press('Enter')
    await tabToField(page, /^Title/)
    await page.keyboard.type('The beamer is upside down')
    await tabToField(page, /^Category/)
    await page.keyboard.type('hardw')
    await page.getByRole('option', { name: /Computers and devices/ }).waitFor()
    await page.keyboard.press('Enter')
    await tabTo(page, /^Record$/)
    await page.keyboard.press('Enter')
    await shown(page, 'The beamer is upside down')
    expect(await (await desk.driver.as('agent')).queue('desk')).toContainEqual(
      expect.objectContaining({ title: 'The beamer is upside down', channel: 'hotline' }),
    )
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

  test('find one’s own work and resolve it [CLO-1]', async () => {
    const page = await desk.window('lead')
    await page.goto(`${desk.url}/dashboard`)
    await shown(page, 'Dashboard')
    await page.keyboard.press('w')
    await shown(page, 'My work')
    await page.getByRole('link', { name: /Mail on the phone/ }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await shown(page, /Mail on the phone/)
    await page.keyboard.press('s')
    await page.getByRole('dialog', { name: /Resolve/ }).waitFor()
    await tabToField(page, /^Solution/)
    await page.keyboard.type('The mail profile was made anew.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Solved', { exact: true }).waitFor()
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
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
