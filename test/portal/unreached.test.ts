import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, settled, shown } from './browser-desk.ts'

const GONE = 'jane@gone.example'

describeInBrowser('whom the desk could not reach', () => {
  const desk = browserDesk()

  /** Somebody writes to the desk, and what it answers comes back for good. */
  const bounced = async (name: string, address: string, subject: string): Promise<void> => {
    await desk.driver.mail({ from: `${name} <${address}>`, subject, text: 'Since nine.' })
    const mail = (await desk.driver.mailbox()).find(({ to }) => to === address)
    const value = mail?.headers['X-Firstline-Notice']
    if (value === undefined) throw new Error(`${name} was not answered`)
    const at = await desk.driver.now()
    await desk.driver.post('/local/events', {
      notificationType: 'Bounce',
      mail: { messageId: `of-${name}`, headers: [{ name: 'X-Firstline-Notice', value }] },
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          { emailAddress: address, action: 'failed', diagnosticCode: 'smtp; 550 no such user <img src=x>' },
        ],
        timestamp: at,
        feedbackId: `f-${name}`,
      },
    })
    await desk.driver.settled()
  }

  const cards = (page: Page, title: string) => page.getByRole('region', { name: title }).getByRole('listitem')
  const UNHEARD = 'Notices that reached nobody'
  const SILENCED = 'Addresses that are not mailed'

  test('the manager’s figure leads to who it was and why; the desk tells them and mails their address again [NOT-3] [NOT-6]', async () => {
    await bounced('Jane Doe', GONE, 'No network')
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
    expect(await hers.textContent()).toMatch(/E-mail failed last:.*550 no such user <img src=x>/)
    expect(await hers.textContent()).toMatch(/No network.*No channel worked.*E-mail jane@gone\.example/)
    expect(await page.locator('img[src="x"]').count()).toBe(0)
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

  test('on the ticket it says who was not told and what the mail server said, word for word [NOT-4] [ROL-3]', async () => {
    await bounced('John Roe', 'john@gone.example', 'No printer')
    const page = await desk.window('agent', { language: 'en' })
    await page.goto(`${desk.url}/intake`)
    await shown(page, 'Intake')
    await page.getByRole('link', { name: 'No printer' }).first().click()
    await shown(page, 'No printer')
    const note = page.getByRole('region', { name: 'Not everybody was told' })
    expect(await note.textContent()).toMatch(
      /no way to reach John Roe.*to John Roe by e-mail bounced: .*550 no such user <img src=x>/,
    )
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    await settled(page)
    expect(await accessibilityFaults(page)).toEqual([])
    await note.getByRole('link', { name: 'All notices' }).click()
    expect(new URL(page.url()).searchParams.get('show')).toBe('notices')
  })
})
