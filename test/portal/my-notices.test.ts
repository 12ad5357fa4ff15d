import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'

describeInBrowser('my notices', () => {
  const desk = browserDesk()

  const ways = (page: Page) => page.getByRole('group', { name: 'Ways to you, in this order' }).getByRole('listitem')

  test('a person puts the ways to themselves in order, by keyboard, and tests one [NOT-2]', async () => {
    const page = await desk.window('lead', { language: 'en', viewport: PHONE })
    await page.goto(`${desk.url}/dashboard`)
    await shown(page, 'Dashboard')
    await page.locator('.who').click()
    await page.getByRole('link', { name: 'My notices' }).click()
    await shown(page, 'My notices')
    await page.getByRole('button', { name: '+ Group chat: On call (wecom)' }).click()
    const up = page.getByRole('button', { name: 'Move up: Group chat: On call (wecom)' })
    await up.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await ways(page).allTextContents()).toEqual([
      expect.stringContaining('wecom'),
      expect.stringContaining('E-mail'),
      expect.stringContaining('Text message'),
    ])
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved. You are told this way').waitFor()

    await ways(page).first().getByRole('button', { name: 'Send me a test' }).click()
    await ways(page).first().getByText('Test sent:').waitFor()
    await settled(page)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('a way that leads nowhere is said so before it is saved, and what is typed survives [NOT-2]', async () => {
    const page = await desk.window('requester', { language: 'en' })
    await page.goto(`${desk.url}/my-notices`)
    await shown(page, 'My notices')
    await page.getByLabel('Mobile number').fill('ask my wife')
    await ways(page).filter({ hasText: 'Text message' }).getByText('needs a mobile number').waitFor()
    await page.getByText('Digits, spaces and a leading + only').waitFor()
    expect(await page.getByRole('button', { name: 'Save', exact: true }).getAttribute('aria-disabled')).toBe('true')
    await page.reload()
    await shown(page, 'My notices')
    expect(await page.getByLabel('Mobile number').inputValue()).toBe('ask my wife')
    expect(await page.getByText('Group chat').count()).toBe(0)
  })

  test('an administrator edits the ways to somebody with the same list [NOT-2]', async () => {
    const page = await desk.window('administrator', { language: 'en' })
    await page.goto(`${desk.url}/admin/people/noor`)
    await shown(page, /Noor Haddad/)
    const list = page.getByRole('group', { name: 'Channels' })
    await list.getByRole('button', { name: 'Move down: E-mail' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText(/^Saved\./).waitFor()
    const { access_token: token } = await desk.driver.post<{ access_token: string }>('/local/token', { person: 'noor' })
    const answer = await fetch(`${desk.url}/api/v1/me/channels`, { headers: { authorization: `Bearer ${token}` } })
    expect(await answer.json()).toMatchObject({
      channels: ['sms', 'email'],
      changes: [{ type: 'person-put', actor: { name: 'Ada Byron' } }, {}],
    })
  })
})
