import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, shown } from './browser-desk.ts'

const SCRIPT = '<script>globalThis.stolen = 1</script><img src=x onerror="globalThis.stolen = 2">'
const ARABIC = 'الطابعة لا تعمل 3 (ABC)'

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
const isStolen = (page: Page) => page.evaluate(() => 'stolen' in globalThis)

/** How long the page does not answer at worst, while it is opened and looked at. */
const watchFreezes = (page: Page) =>
  page.addInitScript(() => {
    const longest = globalThis as unknown as { longestMs: number }
    longest.longestMs = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.longestMs = Math.max(longest.longestMs, duration)
    }).observe({ type: 'longtask', buffered: true })
  })

describeInBrowser('hostile and long content', () => {
  const desk = browserDesk()

  /** By mail, which takes anything from anybody. The ticket it has become. */
  const mailed = async (subject: string, mail: Partial<Parameters<typeof desk.driver.mail>[0]>): Promise<string> => {
    await desk.driver.mail({ from: '"" <stranger@elsewhere.example>', subject, text: '', ...mail })
    const intake = await (await desk.driver.as('agent')).queue('desk')
    return intake.find(({ title }) => title === subject)?.number ?? ''
  }

  test('what looks like a program is shown and never run, wherever it stands [ROL-3]', async () => {
    const requester = await desk.driver.as('requester')
    const title = SCRIPT.slice(0, 190)
    const { number } = await requester.open({ title, description: SCRIPT, service: 'workplace' })
    for (const [part, paths] of [
      ['agent', [`/tickets/${number}`, '/intake', '/queues/workplace', '/dashboard']],
      ['requester', [`/tickets/${number}`, '/requests']],
    ] as const) {
      const page = await desk.window(part, { viewport: PHONE })
      for (const path of paths) {
        await page.goto(desk.url + path)
        await shown(page, /./)
        expect(await isStolen(page), path).toBe(false)
        expect(await page.locator('script:not([src]), img[src="x"]').count(), path).toBe(0)
        expect(await widthOf(page), path).toBeLessThanOrEqual(PHONE.width)
      }
    }
    await desk.driver.letterbox.forget()
  })

  test('the kept HTML of a mail runs nothing, loads nothing and stays in its frame [INT-2]', async () => {
    const html = `<div style="width: 3000px">${SCRIPT}<img src="https://elsewhere.example/seen.png"><form action="/x"><button>Pay</button></form>${'<p>One more line.</p>'.repeat(300)}</div>`
    const number = await mailed('A letter in colours', { html })
    const page = await desk.window('agent')
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).host))
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'A letter in colours')
    await page.getByText('As the mail looked').click()
    await page.frameLocator('iframe.mail').getByText('One more line.').first().waitFor()
    expect(await isStolen(page)).toBe(false)
    expect(new Set(asked)).toEqual(new Set([new URL(desk.url).host]))
    expect(await page.frameLocator('iframe.mail').locator('script, form').count()).toBe(0)
    expect(await widthOf(page)).toBeLessThanOrEqual(1440)
    expect(await accessibilityFaults(page)).toEqual([])
    await desk.driver.letterbox.forget()
  })

  test('a mail of ten megabytes and words without end neither freeze nor widen a page; they fold [INT-2]', async () => {
    const row = '<tr><td style="color: red">cell after cell</td></tr>'
    const large = await mailed('Ten megabytes', { html: `<table>${row.repeat(200_000)}</table>` })
    const requester = await desk.driver.as('requester')
    const { number: word } = await requester.open({ title: 'W'.repeat(200), description: 'X'.repeat(10_000) })
    for (const number of [large, word]) {
      const page = await desk.window('agent', { viewport: PHONE })
      await watchFreezes(page)
      await page.goto(`${desk.url}/tickets/${number}`)
      await shown(page, /Ten|WWW/)
      const text = page.locator('.said').first()
      const folded = await text.evaluate(({ clientHeight, scrollHeight }) => ({ clientHeight, scrollHeight }))
      expect(folded.clientHeight).toBeLessThan(700)
      expect(folded.scrollHeight).toBeGreaterThan(folded.clientHeight)
      await page.getByRole('button', { name: 'Show all' }).press('Enter')
      expect(await text.evaluate(({ clientHeight }) => clientHeight)).toBe(folded.scrollHeight)
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show less')
      expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
      expect(await page.evaluate(() => (globalThis as unknown as { longestMs: number }).longestMs)).toBeLessThan(3_000)
    }
    await desk.driver.letterbox.forget()
  })

  test('two hundred files are folded with their count, and each can be had [INT-15]', async () => {
    const attachments = Array.from({ length: 200 }, (_, n) => ({ filename: `photo ${n}.txt`, content: `picture ${n}` }))
    const number = await mailed('Two hundred files', { text: 'Look.', attachments })
    const page = await desk.window('agent', { viewport: PHONE })
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'Two hundred files')
    const files = page.locator('.attachments').first().getByRole('button', { name: /photo/ })
    expect(await files.count()).toBeLessThan(20)
    await page.getByRole('button', { name: 'Show all (200)' }).press('Enter')
    expect(await files.count()).toBe(200)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show less')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: /photo 199\.txt/ }).click()
    expect((await saved).suggestedFilename()).toBe('photo 199.txt')
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width)
    expect(await accessibilityFaults(page)).toEqual([])
    await desk.driver.letterbox.forget()
  })

  test('what is written from the right stands where the rest stands, and turns nothing around it', async () => {
    const requester = await desk.driver.as('requester')
    const contact = { name: 'محمد علي (1)', phone: null, place: 'מבנה 3 (A)' }
    const { number } = await requester.open({ title: ARABIC, description: `${ARABIC}\nAnd in English.`, contact })
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, ARABIC)
    const title = page.getByRole('heading', { level: 1 })
    expect(
      await title.evaluate((element) => [getComputedStyle(element).direction, getComputedStyle(element).textAlign]),
    ).toEqual(['rtl', 'left'])
    for (const text of ['محمد علي (1)', 'מבנה 3 (A)'])
      expect(
        await page
          .locator('bdi')
          .getByText(text)
          .evaluate((element) => getComputedStyle(element).direction),
      ).toBe('rtl')
    await page.goto(`${desk.url}/intake`)
    await shown(page, /Intake/)
    const link = page.getByRole('link', { name: ARABIC })
    const number1 = await page.getByText(number).boundingBox()
    expect((await link.boundingBox())?.x).toBeGreaterThan(number1?.x ?? Number.NaN)
    await desk.driver.letterbox.forget()
  })

  test('who has no name is called by the address; a page has no unnamed person', async () => {
    const number = await mailed('Nameless', { text: 'Hello.' })
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'Nameless')
    await page.getByRole('heading', { name: 'stranger@elsewhere.example' }).waitFor()
    expect((await page.locator('.timeline strong').allTextContents()).filter((name) => name.trim() === '')).toEqual([])
    await desk.driver.letterbox.forget()
  })
})

describeInBrowser('on paper', () => {
  const desk = browserDesk()

  test('a ticket is whole, light and dated, without anything to press', async () => {
    const requester = await desk.driver.as('requester')
    const { number } = await requester.open({ title: 'To be printed', description: 'Line.\n'.repeat(80) })
    const page = await desk.window('agent', { colorScheme: 'dark' })
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'To be printed')
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await page.emulateMedia({ media: 'print' })
    const text = page.locator('.said').first()
    expect(await text.evaluate(({ clientHeight, scrollHeight }) => scrollHeight - clientHeight)).toBe(0)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    const time = await page
      .locator('.timeline time')
      .first()
      .evaluate((element) => getComputedStyle(element, '::after').content)
    expect(time).toContain(String(new Date(await desk.driver.now()).getFullYear()))
    expect(
      await page
        .locator('.priority')
        .first()
        .evaluate((element) => getComputedStyle(element).printColorAdjust),
    ).toBe('exact')
    await desk.driver.letterbox.forget()
  })

  test('the dashboard keeps its figures and bars on one page’s width', async () => {
    const page = await desk.window('desk manager')
    await page.goto(`${desk.url}/dashboard`)
    await shown(page, /Dashboard/)
    await page.setViewportSize({ width: 700, height: 1_000 })
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('heading', { name: 'Due next' }).waitFor()
    expect(await widthOf(page)).toBeLessThanOrEqual(700)
    expect(
      await page
        .locator('.bars .bar')
        .first()
        .evaluate((element) => getComputedStyle(element).printColorAdjust),
    ).toBe('exact')
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
  })
})
