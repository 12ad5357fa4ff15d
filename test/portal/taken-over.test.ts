import { rm } from 'node:fs/promises'
import { beforeAll, expect, test, vi } from 'vitest'
import { runImport } from '../../local/desk-import.ts'
import { oldDesk } from '../support/old-desk.ts'
import { accessibilityFaults, browserDesk, describeInBrowser, shown } from './browser-desk.ts'

describeInBrowser('tickets taken over from another desk', () => {
  const desk = browserDesk()

  beforeAll(async () => {
    vi.stubEnv('FIRSTLINE_DYNAMODB_PORT', String(desk.dynamodbPort))
    const { folder, table, policy } = await oldDesk()
    expect(await runImport(['local', table, '--policy', policy], () => undefined)).toBe(0)
    await rm(folder, { recursive: true })
    vi.unstubAllEnvs()
  })

  test('staff find one by the number it had there, and read where it comes from [API-3]', async () => {
    const page = await desk.window('agent', { language: 'en' })
    await page.goto(`${desk.url}/work`)
    await shown(page, 'My work')
    await page.keyboard.press('/')
    await page.keyboard.type('#4711')
    await page.keyboard.press('Enter')
    await shown(page, /Beamer in room 2, "green"/)
    const facts = page.getByRole('region', { name: 'Details' })
    await facts.getByText('OldDesk 4711').waitFor()
    await page.getByText('Closed', { exact: true }).first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('/')
    await page.keyboard.type('#4713')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#jump:invalid').count()).toBe(1)
  })

  test('its requester finds it among the own requests, with how it was solved [API-3]', async () => {
    const page = await desk.window('requester', { language: 'en' })
    await page.goto(desk.url)
    await shown(page, 'My requests')
    await page.getByRole('link', { name: /Beamer in room 2/ }).click()
    await shown(page, /Beamer in room 2/)
    await page.getByText('New cable').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
