import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, settled, shown } from './browser-desk.ts'

const GONE = 'jane@gone.example'

describeInBrowser('whom the desk could not reach', () => {
  const desk = browserDesk()

  /** Jane writes to the desk, and what it answers comes back for good. */
  const bounced = async (): Promise<void> => {
    await desk.driver.mail({ from: `Jane Doe <${GONE}>`, subject: 'No network', text: 'Since nine.' })
    const mail = (await desk.driver.mailbox()).find(({ to }) => to === GONE)
    const value = mail?.headers['X-Firstline-Notice']
    if (value === undefined) throw new Error('Jane was not answered')
    const at = await desk.driver.now()
    await desk.driver.post('/local/events', {
      notificationType: 'Bounce',
      mail: { messageId: 'of-jane', headers: [{ name: 'X-Firstline-Notice', value }] },
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress: GONE, action: 'failed', diagnosticCode: 'smtp; 550 no such user' }],
        timestamp: at,
        feedbackId: 'f-jane',
      },
    })
    await desk.driver.settled()
  }

  const cards = (page: Page, title: string) => page.getByRole('region', { name: title }).getByRole('listitem')
  const UNHEARD = 'Notices that reached nobody'
  const SILENCED = 'Addresses that are not mailed'

  test('the manager’s figure leads to who it was and why; the desk tells them and mails their address again [NOT-3] [NOT-6]', async () => {
    await bounced()
    const page = await desk.window('desk manager', { language: 'en' })
    await page.goto(`${desk.url}/dashboard`)
    await shown(page, 'Dashboard')
    const figure = page.locator('a.figure', { hasText: UNHEARD })
    const count = Number(await figure.locator('.number').textContent())
    await figure.click()
    await shown(page, 'Not reached')
    expect(await cards(page, UNHEARD).count()).toBe(count)
    await settled(page)
    expect(await accessibilityFaults(page)).toEqual([])

    const hers = cards(page, UNHEARD).filter({ hasText: 'Jane Doe' })
    expect(await hers.textContent()).toMatch(/No network.*No channel worked.*E-mail jane@gone\.example/)
    await hers.getByRole('button', { name: 'Told in person' }).click()
    await page.getByText('Noted: Jane Doe was told in person.').waitFor()
    await expect.poll(() => hers.count()).toBe(0)

    const address = cards(page, SILENCED).filter({ hasText: GONE })
    expect(await address.textContent()).toMatch(/Bounced.*550 no such user/)
    await address.getByRole('button', { name: 'Mail it again' }).click()
    await page.getByLabel('Why mail will arrive now').fill('She has a new mailbox.')
    await page.getByRole('dialog').getByRole('button', { name: 'Mail it again' }).click()
    await page.getByText(`${GONE} is mailed again.`, { exact: true }).waitFor()
    await expect.poll(() => address.count()).toBe(0)
  })
})
