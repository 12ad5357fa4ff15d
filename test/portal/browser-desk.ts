import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { builtPortal } from '../../local/portal-build.ts'
import { type RunningDesk, type StartOptions, startDesk } from '../../local/start-desk.ts'
import type { Language } from '../../shared/domain/language.ts'
import { CAST, DeskDriver, type Part } from '../support/desk.ts'
import { freePort } from '../support/dynamodb-on-demand.ts'
import { storyWatch } from '../support/story-watch.ts'

const CHROMIUM = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

if (CHROMIUM === undefined) {
  console.warn('The portal is not tested: no chromium is installed (apt-get install chromium, or set CHROMIUM).')
}

/** Left out, and said so, where there is no browser. */
export const describeInBrowser = CHROMIUM === undefined ? describe.skip : describe

export const DESKTOP = { width: 1440, height: 900 } as const
export const PHONE = { width: 390, height: 844 } as const

/** As in vitest.config.ts: nothing fails for being slow. */
const LONGEST_WAIT_MS = 90_000

type Look = Pick<BrowserContextOptions, 'colorScheme' | 'viewport' | 'locale' | 'timezoneId' | 'javaScriptEnabled'> & {
  /** As chosen in the portal; absent: the person's own. */
  readonly language?: Language
}

type Beginning = Pick<StartOptions, 'startsAt' | 'withTickets'>

/** The whole desk with its demo tickets and its portal, and a browser to look at it. */
export class BrowserDesk {
  readonly driver = new DeskDriver()
  readonly #beginning: Beginning
  readonly #errors: string[] = []
  #running: RunningDesk | null = null
  #browser: Browser | null = null
  #dynamodbPort = 0

  constructor(beginning: Beginning = {}) {
    this.#beginning = beginning
  }

  async start(): Promise<void> {
    const log = {
      info: () => undefined,
      error: (message: string, error: unknown) => void this.#errors.push(`${message}: ${error}`),
    }
    this.#dynamodbPort = await freePort()
    const [running, browser] = await Promise.all([
      startDesk({
        port: 0,
        smtpPort: 0,
        dynamodbPort: this.#dynamodbPort,
        dataFolder: null,
        portal: builtPortal(),
        log,
        startsAt: new Date().toISOString(),
        watch: storyWatch(),
        ...this.#beginning,
      }),
      chromium.launch({ ...(CHROMIUM && { executablePath: CHROMIUM }), args: ['--no-sandbox'] }),
    ])
    this.#running = running
    this.#browser = browser
    this.driver.connect({ url: running.url, smtpPort: running.smtpPort, address: running.identity.address })
  }

  async stop(): Promise<void> {
    await this.#browser?.close()
    await this.#running?.stop()
  }

  async closeWindows(): Promise<void> {
    for (const context of this.#browser?.contexts() ?? []) await context.close()
  }

  /** What the desk or a page complained about since the last time. */
  errors(): readonly string[] {
    return this.#errors.splice(0)
  }

  /** Where its database listens, for a command that works on the table. */
  get dynamodbPort(): number {
    return this.#dynamodbPort
  }

  get url(): string {
    return this.driver.url
  }

  /** A window of its own; signed in unless `part` is null. Errors on the page fail the test. */
  async window(part: Part | null, { language, ...look }: Look = {}): Promise<Page> {
    if (!this.#browser) throw new Error('there is no browser yet')
    const context = await this.#browser.newContext({
      viewport: DESKTOP,
      locale: 'en',
      reducedMotion: 'reduce',
      ...look,
    })
    context.setDefaultTimeout(LONGEST_WAIT_MS)
    const page = await context.newPage()
    page.on('pageerror', (error) => void this.#errors.push(`page: ${error.stack}`))
    page.on('console', (message) => {
      // refusals are part of the game; the browser reports each of them
      const isRefusal = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isRefusal) this.#errors.push(`console: ${message.text()}`)
    })
    if (language) await page.addInitScript((chosen) => localStorage.setItem('firstline.language', chosen), language)
    if (part !== null) {
      const { access_token: token } = await this.driver.post<{ access_token: string }>('/local/token', {
        person: CAST[part],
      })
      await page.addInitScript((kept) => {
        // frames with foreign content have no storage
        if (globalThis.self === globalThis.top) sessionStorage.setItem('firstline.token', kept)
      }, token)
    }
    return page
  }
}

/** One desk and one browser for all tests of a file. */
export const browserDesk = (beginning: Beginning = {}): BrowserDesk => {
  const desk = new BrowserDesk(beginning)
  beforeAll(() => desk.start())
  afterEach(async () => {
    await desk.closeWindows()
    expect(desk.errors()).toEqual([])
  })
  afterAll(() => desk.stop())
  return desk
}

/** Everything axe finds by WCAG 2.2 AA and its best practices, as lines a person can act on. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  // handed over as a value: the policy of the pages forbids script elements
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: onPage } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await onPage.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    )
  })
}

/** The page's heading is there, and what it shows has been read. */
export const shown = async (page: Page, heading: string | RegExp): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** Colours that were changing have changed. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    await Promise.all(document.getAnimations().map(({ finished }) => finished))
  })
