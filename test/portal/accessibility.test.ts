import { expect, test } from 'vitest'
import type { Part } from '../support/desk.ts'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'

const PAGES: readonly { readonly path: string; readonly as: Part | null; readonly heading: RegExp }[] = [
  { path: '/', as: null, heading: /Sign in/ },
  { path: '/intake', as: 'agent', heading: /Intake/ },
  { path: '/queues/workplace', as: 'agent', heading: /Workplace support/ },
  { path: '/work', as: 'lead', heading: /My work/ },
  { path: '/record', as: 'agent', heading: /Record a call/ },
  { path: '/calls', as: 'agent', heading: /Calls to make/ },
  { path: '/priority-changes', as: 'agent', heading: /Priority changes/ },
  { path: '/to-close', as: 'agent', heading: /To close/ },
  { path: '/tickets/INC-2026-000002', as: 'lead', heading: /Mail on the phone/ },
  { path: '/tickets/INC-2026-999999', as: 'lead', heading: /999999/ },
]

describeInBrowser('nothing for axe to find (WCAG 2.2 AA)', () => {
  const desk = browserDesk()

  test.each(PAGES)('$path', async ({ path, as, heading }) => {
    const page = await desk.window(as)
    await page.goto(desk.url + path.replace('2026', String(new Date().getFullYear())))
    await shown(page, heading)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
  })

  test('the forms of the acts, and a page on a phone', async () => {
    const page = await desk.window('agent', { colorScheme: 'dark', viewport: PHONE })
    await page.goto(`${desk.url}/queues/workplace`)
    await shown(page, /Workplace support/)
    await page.getByRole('link', { name: /Mail on the phone/ }).click()
    await shown(page, /Mail on the phone/)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Classify' }).click()
    await page.getByRole('dialog', { name: /Classify/ }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('nothing is wider than a phone', async () => {
    const page = await desk.window('agent', { viewport: PHONE })
    for (const path of ['/intake', '/record', '/calls', '/queues/workplace']) {
      await page.goto(desk.url + path)
      await shown(page, /./)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(PHONE.width)
    }
  })
})
