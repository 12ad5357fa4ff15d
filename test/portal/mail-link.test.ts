import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { linkIn } from '../support/letterbox.ts'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled } from './browser-desk.ts'
import { PNG, picture } from './picture.ts'

const line = (page: Page, name: string) => page.locator('.attach li').filter({ hasText: name })

describeInBrowser('the page behind the link of a mail', () => {
  const desk = browserDesk()

  const opened = async (title: string, look: Parameters<typeof desk.window>[1] = {}) => {
    const requester = await desk.driver.as('requester')
    const { number } = await requester.open({ title, description: 'Since nine.', service: 'workplace' })
    const mail = (await desk.driver.mailbox()).find(({ text }) => text.includes(number) && text.includes('/links/'))
    await desk.driver.letterbox.forget()
    const page = await desk.window(null, look)
    await page.goto(mail ? linkIn(mail) : 'about:blank')
    return { page, number }
  }

  test('takes files without sign-in, straight into storage, with the message [INT-10] [INT-15]', async () => {
    const { page, number } = await opened('The copier copies twice', { viewport: PHONE })
    await page
      .getByLabel('Attach files')
      .setInputFiles([
        picture('twice.png'),
        { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
      ])
    await line(page, 'twice.png').getByText('attached').waitFor()
    await line(page, 'setup.exe').getByText('Files of this type are not taken').waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await page.getByRole('button', { name: 'Take away setup.exe' }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('files')
    expect(await page.getByText('reply to the e-mail').count()).toBe(0)
    await page.locator('#text').fill('Look at this.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Files: twice.png').waitFor()
    const { attachments } = (await (await desk.driver.as('agent')).read(number)) as unknown as {
      attachments: { filename: string; bytes: number; visibility: string }[]
    }
    expect(attachments).toMatchObject([{ filename: 'twice.png', bytes: PNG.byteLength, visibility: 'public' }])
    await desk.driver.letterbox.forget()
  })

  test('waits for files on their way, and sends nothing without one that got lost [INT-15]', async () => {
    const { page } = await opened('The copier smells')
    const held: (() => Promise<void>)[] = []
    await page.route('**/local/uploads?**', (route) => void held.push(() => route.abort()))
    await page.getByLabel('Attach files').setInputFiles(picture('smell.png'))
    await page.getByRole('progressbar', { name: 'Sending smell.png' }).waitFor()
    await page.locator('#text').fill('Of burnt paper.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.locator('form[aria-busy=true]').waitFor()
    await expect.poll(() => held.length).toBe(1)
    await held[0]?.()
    await page.getByRole('status').getByText('one of the files did not arrive').waitFor()
    expect(await page.locator('#text').inputValue()).toBe('Of burnt paper.')
    await page.unroute('**/local/uploads?**')
    await page.getByRole('button', { name: 'Try again: smell.png' }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('files')
    await line(page, 'smell.png').getByText('attached').waitFor()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Files: smell.png').waitFor()
    await desk.driver.letterbox.forget()
  })

  test('tells the promise in the reader’s own time, and works without a script in the desk’s [INT-10]', async () => {
    const { page } = await opened('The copier counts wrong', { timezoneId: 'America/New_York' })
    const times = page.locator('dl time')
    await times.first().getByText('GMT-').waitFor()
    const [own, desks] = [
      await times.allTextContents(),
      await times.evaluateAll((all) => all.map((time) => time.getAttribute('title'))),
    ]
    expect(own.every((text) => text.includes('GMT-'))).toBe(true)
    expect(desks.some((text) => text?.includes('GMT-'))).toBe(false)

    const plain = await desk.window(null, { javaScriptEnabled: false })
    await plain.goto(page.url())
    expect(await plain.locator('dl time').allTextContents()).toEqual(desks)
    expect(await plain.getByLabel('Attach files').isVisible()).toBe(false)
    await plain.getByText('reply to the e-mail').waitFor()
    await plain.locator('#text').fill('By hand.')
    await plain.getByRole('button', { name: 'Send' }).click()
    await plain.getByText('By hand.').waitFor()
    await desk.driver.letterbox.forget()
  })
})
