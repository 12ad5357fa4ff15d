import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CAST, type Part } from '../support/desk.ts'
import { accessibilityFaults, browserDesk, describeInBrowser, shown } from './browser-desk.ts'
import { deployedPortal } from './deployed-portal.ts'
import { HostedPages } from './hosted-pages.ts'

describeInBrowser('sign-in on a user pool’s own pages', () => {
  const desk = browserDesk()
  const hosted = new HostedPages()
  let portal: Awaited<ReturnType<typeof deployedPortal>>
  let inChinese: typeof portal
  beforeAll(async () => {
    await hosted.start()
    const { origin: domain, clientId } = hosted
    const config = {
      deskName: 'Harbour',
      languages: ['zh-CN', 'en'],
      signIn: { kind: 'hosted', domain, clientId },
    } as const
    portal = await deployedPortal(() => desk.url, config, [domain])
    inChinese = await deployedPortal(() => desk.url, { ...config, languages: ['zh-CN'] }, [domain])
  })
  beforeEach(() => {
    for (const asked of [hosted.authorised, hosted.exchanged, hosted.revoked, hosted.loggedOut]) asked.length = 0
    hosted.tokens = []
    hosted.refuses = false
  })
  afterAll(() => Promise.all([hosted.stop(), portal.stop(), inChinese.stop()]))

  const tokenOf = async (part: Part): Promise<string> =>
    (await desk.driver.post<{ access_token: string }>('/local/token', { person: CAST[part] })).access_token

  const visitor = (): Promise<Page> => desk.window(null, { language: 'en' })

  const kept = (page: Page): Promise<{ readonly local: string; readonly session: string }> =>
    page.evaluate(() => ({ local: JSON.stringify(localStorage), session: JSON.stringify(sessionStorage) }))

  const signedIn = async (path: string, heading: RegExp): Promise<Page> => {
    const page = await visitor()
    await page.goto(portal.url + path)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await shown(page, heading)
    return page
  }

  test('of a desk that speaks one language is in that, whatever the browser likes, and offers no other', async () => {
    const page = await visitor()
    await page.goto(`${portal.url}/`)
    await shown(page, 'Sign in')
    expect(await page.getByRole('button', { name: /中文/ }).count()).toBe(1)
    await page.goto(`${inChinese.url}/`)
    await page.getByRole('button', { name: '登录' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.getByRole('button', { name: /English/ }).count()).toBe(0)
  })

  test('asks for a code with state and PKCE, and leads back to where one was going [API-4]', async () => {
    hosted.tokens = [await tokenOf('agent')]
    const page = await visitor()
    await page.goto(`${portal.url}/tickets?view=open&priority=3`)
    await shown(page, 'Sign in')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign in' }).click()
    await shown(page, /Open/)
    expect(page.url()).toBe(`${portal.url}/tickets?view=open&priority=3`)
    const [asked] = hosted.authorised
    expect(Object.fromEntries(asked ?? [])).toMatchObject({
      response_type: 'code',
      client_id: 'portal',
      redirect_uri: `${portal.url}/`,
      code_challenge_method: 'S256',
    })
    expect(asked?.get('state')).toMatch(/^[\w-]{43}$/)
    expect(hosted.exchanged.map((fields) => fields.get('grant_type'))).toEqual(['authorization_code'])
    const { local, session } = await kept(page)
    expect(local).not.toMatch(/token|refresh|eyJ/)
    expect(session).not.toContain('verifier')
  })

  test('an answer nobody asked for, and a code stolen from elsewhere, let nobody in [API-4]', async () => {
    hosted.tokens = [await tokenOf('agent')]
    const page = await visitor()
    await page.goto(`${portal.url}/?code=planted&state=made-up`)
    await page.getByRole('alert').filter({ hasText: 'You have not been signed in.' }).waitFor()
    await shown(page, 'Sign in')
    expect(hosted.exchanged).toEqual([])
    expect(page.url()).toBe(`${portal.url}/`)
    await page.evaluate(() => {
      const asked = { state: 'mine', verifier: 'not the one of this code', returnTo: '/intake' }
      sessionStorage.setItem('firstline.sign-in', JSON.stringify(asked))
    })
    await page.goto(`${portal.url}/?code=stolen&state=mine`)
    await page.getByRole('alert').filter({ hasText: 'You have not been signed in.' }).waitFor()
    expect(hosted.exchanged).toHaveLength(1)
    expect((await kept(page)).session).not.toContain('eyJ')
  })

  test('whoever is not let in there is told so, and can try again [API-4]', async () => {
    hosted.tokens = [await tokenOf('requester')]
    hosted.refuses = true
    const page = await visitor()
    await page.goto(`${portal.url}/report`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').filter({ hasText: 'You have not been signed in.' }).waitFor()
    expect(page.url()).toBe(`${portal.url}/report`)
    hosted.refuses = false
    await page.getByRole('button', { name: 'Sign in' }).click()
    await shown(page, /Report/)
  })

  test('a token that has run out is renewed without a word; one that cannot be, by signing in again, and nothing typed is lost [API-4]', async () => {
    const good = await tokenOf('requester')
    hosted.tokens = ['run.out.token', good, 'run.out.token', good]
    const page = await signedIn('/report', /Report/)
    expect(hosted.exchanged.map((fields) => fields.get('grant_type'))).toEqual(['authorization_code', 'refresh_token'])
    await page.getByLabel('What does not work?').fill('The lift is stuck')
    await page.getByLabel('What happens?').fill('On floor 3.')
    hosted.forgetEverybody()
    await page.route('**/api/v1/tickets', (route) => route.fulfill({ status: 401, body: '{}' }))
    await page.getByRole('button', { name: 'Report it' }).click()
    const dialog = page.getByRole('dialog', { name: 'Your sign-in has expired' })
    await dialog.waitFor()
    await page.unroute('**/api/v1/tickets')
    await dialog.getByRole('button', { name: /^Go on as/ }).click()
    // the page has been left and come back to once a second code is exchanged
    const codes = () => hosted.exchanged.filter((fields) => fields.get('grant_type') === 'authorization_code')
    await expect.poll(() => codes().length).toBe(2)
    await page.waitForURL(`${portal.url}/report`)
    await shown(page, /Report/)
    expect(await page.getByLabel('What does not work?').inputValue()).toBe('The lift is stuck')
  })

  test('signing out ends it in every tab, at the pool, and leaves nothing behind [API-4]', async () => {
    hosted.tokens = [await tokenOf('agent')]
    const page = await signedIn('/intake', /Intake/)
    const second = await page.context().newPage()
    await second.goto(`${portal.url}/work`)
    await second.getByRole('button', { name: 'Sign in' }).click()
    await shown(second, /My work/)
    await page.getByRole('button', { name: 'Grace Okafor' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    // by way of the pool, which sends everybody back to the start
    for (const tab of [page, second]) {
      await tab.waitForURL(`${portal.url}/`)
      await shown(tab, 'Sign in')
    }
    expect(hosted.loggedOut).toHaveLength(2)
    expect(new Set(hosted.revoked).size).toBe(2)
    expect(Object.fromEntries(hosted.loggedOut[0] ?? [])).toEqual({ client_id: 'portal', logout_uri: `${portal.url}/` })
    for (const tab of [page, second]) {
      const { local, session } = await kept(tab)
      expect(local + session).not.toMatch(/eyJ|refresh-/)
    }
  })
})
