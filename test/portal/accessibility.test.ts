import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Act, WITHOUT_FORM } from '../../portal/ticket/acts/act.ts'
import type { Part } from '../support/desk.ts'
import { linkIn } from '../support/letterbox.ts'
import { accessibilityFaults, browserDesk, DESKTOP, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'
import { demoTicket, goTo, pathsOfPlaces, VISITS } from './visits.ts'

/** Done at once or written beside the conversation: these have no form of their own. */
const hasForm = (act: Act): boolean => act !== 'comment' && !WITHOUT_FORM.has(act)

describeInBrowser('nothing for axe to find (WCAG 2.2 AA)', () => {
  const desk = browserDesk()

  const inBothThemes = async (page: Page, where: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), `${where}, ${colorScheme}`).toEqual([])
    }
  }

  const notWiderThanAPhone = async (page: Page, where: string): Promise<void> => {
    await page.setViewportSize(PHONE)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(PHONE.width)
    await page.setViewportSize(DESKTOP)
  }

  test('no page is left out', async () => {
    const page = await desk.window(null)
    await page.goto(desk.url)
    const visited = new Set(VISITS.map(({ place }) => place))
    expect((await pathsOfPlaces(page)).filter((path) => !visited.has(path))).toEqual([])
  })

  test.each([...Map.groupBy(VISITS, ({ as }) => as ?? 'nobody')])(
    'the pages of %s, on a phone too',
    async (as, visits) => {
      const page = await desk.window(as === 'nobody' ? null : as)
      await page.goto(desk.url)
      await shown(page, /./)
      for (const { name, path } of visits) {
        await goTo(page, path)
        await shown(page, /./)
        await inBothThemes(page, name)
        await notWiderThanAPhone(page, name)
      }
    },
  )

  test.each<readonly [Part, number]>([
    ['agent', 5],
    ['lead', 2],
    ['lead', 3],
    ['incident manager', 2],
  ])('the forms of all that the %s may do on ticket %i', async (part, index) => {
    const number = demoTicket(index)
    const { allowedActs } = await (await desk.driver.as(part)).read(number)
    const page = await desk.window(part)
    await page.goto(desk.url)
    await shown(page, /./)
    for (const act of allowedActs.filter(hasForm)) {
      await goTo(page, `/tickets/${number}?act=${act}`)
      await page.getByRole('dialog').waitFor()
      await inBothThemes(page, act)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await goTo(page, '/requests')
      await shown(page, /./)
    }
  })

  test('a major incident, its forms and its report, on a phone too [MAJ-9]', async () => {
    const [agent, pm] = [await desk.driver.as('agent'), await desk.driver.as('network project manager')]
    const declared = { title: 'All is down', description: 'All.', category: 'network', service: 'network' }
    const graded = { impact: 'extensive', urgency: 'critical', requester: { personId: 'anna' } } as const
    const { number } = await agent.open({ ...declared, ...graded })
    await pm.does('judge-major', number, { confirmed: true, reason: 'It is.' })
    await agent.does('request-resource', number, { what: 'A switch' })
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/tickets/${number}`)
    await page.locator('.major').waitFor()
    await inBothThemes(page, 'strip')
    await notWiderThanAPhone(page, 'strip')
    for (const button of await page.locator('.major button').all()) {
      await button.click()
      await page.getByRole('dialog').waitFor()
      await inBothThemes(page, (await button.textContent()) ?? '')
      await page.keyboard.press('Escape')
    }
    await agent.does('resolve', number, { solution: 'All is up.' })
    await pm.does('review-solution', number, { satisfied: true })
    await desk.driver.settled()
    for (const path of ['report', 'report?edit=yes']) {
      await page.goto(`${desk.url}/tickets/${number}/${path}`)
      await shown(page, 'Analysis report')
      await inBothThemes(page, path)
      await notWiderThanAPhone(page, path)
    }
  })

  test('the page behind the link of a mail [INT-10]', async () => {
    const mail = (await desk.driver.mailbox()).find(({ text }) => text.includes('/links/'))
    const page = await desk.window(null)
    await page.goto(mail ? linkIn(mail) : 'about:blank')
    await shown(page, /./)
    await inBothThemes(page, 'link')
    await notWiderThanAPhone(page, 'link')
  })
})
