import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserDesk, describeInBrowser, PHONE, shown } from './browser-desk.ts'

const saved = async (page: Page): Promise<{ readonly name: string; readonly text: string }> => {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).press('Enter')
  const file = await download
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

const TODAY = /\d{4}-\d\d-\d\d\.csv$/

describeInBrowser('lists as CSV', () => {
  const desk = browserDesk()

  test('a list is saved as its address filters it, all of it, for a spreadsheet [REP-7]', async () => {
    const requester = await desk.driver.as('requester')
    await requester.open({ title: '=1+1 formula', description: 'First.', service: 'workplace' })
    await requester.open({ title: 'Over two\u2028lines, "quoted"', description: 'Second.', security: true })
    const page = await desk.window('desk manager')
    await page.goto(`${desk.url}/tickets?view=open&state=recorded`)
    await shown(page, /Recorded|New/)
    // small pages, so that the rest is cut off and has to be read as well
    await page.route('**/api/v1/tickets?*', async (route) => {
      const request = route.request()
      if (request.headers()['accept'] !== 'text/csv' || request.url().includes('cursor=')) return route.continue()
      const list = await (
        await fetch(`${request.url()}&limit=1`, { headers: { ...request.headers(), accept: 'application/json' } })
      ).json()
      const { cursor } = list as { cursor: string }
      const whole = await (await fetch(request.url(), { headers: request.headers() })).text()
      const [heading = '', first = ''] = whole.split('\r\n')
      return route.fulfill({
        headers: {
          'content-type': 'text/csv',
          link: `<${request.url()}&cursor=${encodeURIComponent(cursor)}>; rel="next"`,
        },
        body: `\ufeff${heading}\r\n${first}\r\n`,
      })
    })
    const { name, text } = await saved(page)
    expect(name).toMatch(TODAY)
    expect(name).not.toMatch(/[/\\:*?"<>|]/)
    expect(text.startsWith('\ufeffnumber,')).toBe(true)
    expect(text.match(/^\ufeff?number,/gm)).toHaveLength(1)
    expect(text).toContain(`'=1+1 formula`)
    const rows = text.split('\r\n').slice(1, -1)
    expect(rows.length).toBeGreaterThan(2)
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(rows.length)
    expect(rows.every((row) => row.includes(',recorded,'))).toBe(true)
    await desk.driver.letterbox.forget()
  })

  test('every list has it: queue, my work, calls, requests, catalogue, people [REP-7]', async () => {
    const staff = await desk.window('agent')
    for (const [path, heading, column] of [
      ['/intake', /Intake/, 'number'],
      ['/queues/workplace', /Workplace support/, 'number'],
      ['/calls', /Calls to make/, 'id'],
    ] as const) {
      await staff.goto(desk.url + path)
      await shown(staff, heading)
      const { name, text } = await saved(staff)
      expect(name).toMatch(TODAY)
      expect(text, path).toMatch(new RegExp(`^\ufeff${column},`))
    }
    const requester = await desk.window('requester', { viewport: PHONE })
    await requester.goto(`${desk.url}/requests`)
    await shown(requester, 'My requests')
    expect((await saved(requester)).name).toMatch(/^My requests /)
    const administrator = await desk.window('administrator')
    await administrator.goto(`${desk.url}/admin/people?q=victor`)
    await shown(administrator, 'People')
    expect((await saved(administrator)).text.split('\r\n').filter((line) => line !== '')).toHaveLength(2)
    await administrator.goto(`${desk.url}/admin/groups?q=network`)
    await shown(administrator, 'Support groups')
    const { text } = await saved(administrator)
    expect(text).toContain('network')
    expect(text).not.toContain('workplace')
  })

  test('the sign-in that is refused is told, and nothing is saved [REP-7]', async () => {
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/intake`)
    await shown(page, /Intake/)
    await page.route('**/api/v1/tickets?*', (route) =>
      route.request().headers()['accept'] === 'text/csv'
        ? route.fulfill({ status: 403, json: { status: 403, code: 'not-your-act', detail: 'This is for: desk.' } })
        : route.continue(),
    )
    await page.getByRole('button', { name: 'CSV' }).click()
    await page.getByRole('alert').getByText('This is for: desk.').waitFor()
    await page.getByRole('button', { name: 'CSV' }).waitFor()
  })
})
