import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserDesk, describeInBrowser, shown } from './browser-desk.ts'

describeInBrowser('what was typed is never lost', () => {
  const desk = browserDesk()

  const open = async (page: Page, title: RegExp): Promise<string> => {
    await page.goto(`${desk.url}/queues/workplace`)
    await page.getByRole('link', { name: title }).click()
    await shown(page, title)
    return new URL(page.url()).pathname.replace('/tickets/', '')
  }

  test('what a colleague does while somebody writes is shown, the text stays, and it can be done anyway [LIF-9]', async () => {
    const page = await desk.window('lead')
    const number = await open(page, /Mail on the phone/)
    await page.getByRole('button', { name: 'Resolve' }).click()
    const dialog = page.getByRole('dialog', { name: /Resolve/ })
    await dialog.getByLabel('Solution').fill('The mail profile was made anew.')

    const agent = await desk.driver.as('agent')
    await agent.does('contact', number, { medium: 'phone', reached: true, note: 'He waits at his desk.' })
    await dialog.getByText('Grace Okafor contacted the requester').waitFor()
    expect(await dialog.getByLabel('Solution').inputValue()).toBe('The mail profile was made anew.')
    await dialog.getByRole('button', { name: 'Do it on the ticket as it is now' }).click()
    await page.getByText('Solved', { exact: true }).waitFor()
    await expect
      .poll(async () => (await agent.read(number)).resolution?.solution)
      .toBe('The mail profile was made anew.')
  })

  test('a colleague was faster: the act is taken back, the form returns with what they did [LIF-9]', async () => {
    const page = await desk.window('lead')
    const number = await open(page, /采购订单/)
    // the page does not learn of it before it sends its own act
    let isSent = false
    await page.route(`**/tickets/${number}`, (route) => (isSent ? route.continue() : route.abort()))
    page.on('request', (sent) => {
      if (sent.method() === 'POST') isSent = true
    })
    await page.getByRole('button', { name: 'Let it wait' }).click()
    const dialog = page.getByRole('dialog', { name: /Let it wait/ })
    await dialog.getByLabel('Waits for').selectOption({ label: 'Waiting for the vendor' })
    await dialog.getByLabel('Reason').fill('Their hotline opens at nine.')
    const agent = await desk.driver.as('agent')
    await agent.does('comment', number, { text: 'The whole department is affected.' })
    await dialog.getByRole('button', { name: /^Let it wait$/ }).click()

    await dialog.getByText('Grace Okafor noted').waitFor()
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('Their hotline opens at nine.')
    expect((await agent.read(number)).state).toBe('assigned')
    await dialog.getByRole('button', { name: 'Do it on the ticket as it is now' }).click()
    await page.getByText('Waiting', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Assigned', { exact: true }).waitFor()
    await expect.poll(async () => (await agent.read(number)).state).toBe('assigned')
  })

  test('two classify at once: what the second did not touch follows the first, what both changed is said [LIF-9]', async () => {
    const [mine, theirs] = [await desk.window('agent'), await desk.window('chinese agent', { locale: 'zh-CN' })]
    const number = await open(mine, /采购订单/)
    await mine.goto(`${desk.url}/tickets/${number}?act=classify`)
    const dialog = mine.getByRole('dialog', { name: /Classify/ })
    await dialog.getByLabel('Title').fill('Orders cannot be saved')
    await dialog.getByLabel('System or module').fill('ERP')

    await theirs.goto(`${desk.url}/tickets/${number}?act=classify`)
    const theirDialog = theirs.getByRole('dialog')
    await theirDialog.getByLabel('标题').fill('采购订单打不开')
    await theirDialog.getByLabel('类别', { exact: true }).selectOption('printing')
    await theirDialog.getByRole('button', { name: '分类定级', exact: true }).click()
    await theirDialog.waitFor({ state: 'detached' })

    await dialog.getByText('王伟 Wang Wei changed this ticket while you were writing').waitFor()
    await dialog.getByText('You changed this too; yours would replace it.').waitFor()
    expect(await dialog.getByLabel('Category').inputValue()).toBe('printing')
    await dialog.getByRole('button', { name: 'Do it on the ticket as it is now' }).click()
    await dialog.waitFor({ state: 'detached' })
    const agent = await desk.driver.as('agent')
    await expect
      .poll(() => agent.read(number))
      .toMatchObject({ title: 'Orders cannot be saved', system: 'ERP', category: 'printing' })
  })

  test('whoever prefers what the colleague did takes theirs, and may still change their mind [LIF-9]', async () => {
    const page = await desk.window('agent')
    const number = await open(page, /Orders cannot be saved/)
    await page.goto(`${desk.url}/tickets/${number}?act=classify`)
    const dialog = page.getByRole('dialog', { name: /Classify/ })
    await dialog.getByLabel('Title').fill('Orders are lost')
    const colleague = await desk.driver.as('chinese agent')
    await colleague.does('classify', number, { title: 'Orders stay open' })
    await dialog.getByRole('button', { name: 'Take theirs, drop mine' }).click()
    await page.getByRole('heading', { level: 1, name: 'Orders stay open' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await dialog.getByLabel('Title').inputValue()).toBe('Orders are lost')
    expect((await colleague.read(number)).title).toBe('Orders stay open')
  })

  test('an act without a form that came too late says who was faster, and can be done all the same [LIF-9]', async () => {
    const page = await desk.window('lead')
    const number = await open(page, /Orders stay open/)
    let isSent = false
    await page.route(`**/tickets/${number}`, (route) => (isSent ? route.continue() : route.abort()))
    page.on('request', (sent) => {
      if (sent.method() === 'POST') isSent = true
    })
    const agent = await desk.driver.as('agent')
    await agent.does('comment', number, { text: 'They called again.' })
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByText('Grace Okafor changed this in between.').waitFor()
    expect((await agent.read(number)).state).toBe('assigned')
    await page.getByRole('button', { name: 'Do it on the ticket as it is now' }).click()
    await page.getByRole('button', { name: 'Resolve' }).waitFor()
    expect((await agent.read(number)).assignee).toMatchObject({ id: 'leo' })
    await agent.does('assign', number, { group: 'workplace' })
  })

  test('what is typed outlives a reload and goes when it is sent', async () => {
    const page = await desk.window('lead')
    await open(page, /Orders stay open/)
    const note = page.getByRole('textbox', { name: 'Internal note' })
    await note.fill('The planning server was restarted at noon.')
    await page.reload()
    expect(await note.inputValue()).toBe('The planning server was restarted at noon.')
    await page.getByRole('button', { name: 'Note', exact: true }).click()
    await page.getByRole('listitem').filter({ hasText: 'restarted at noon' }).waitFor()
    expect(await note.inputValue()).toBe('')
    await page.reload()
    expect(await note.inputValue()).toBe('')
  })

  test('a note that is sent while an act is still on its way follows it', async () => {
    const page = await desk.window('lead')
    const number = await open(page, /Orders stay open/)
    const answer = Promise.withResolvers<void>()
    await page.route('**/wait', async (route) => {
      await answer.promise
      await route.continue()
    })
    await page.getByRole('button', { name: 'Let it wait' }).click()
    const dialog = page.getByRole('dialog', { name: /Let it wait/ })
    await dialog.getByLabel('Waits for').selectOption({ label: 'Waiting for the vendor' })
    await dialog.getByLabel('Reason').fill('Their turn.')
    await dialog.getByRole('button', { name: /^Let it wait$/ }).click()
    await page.getByRole('textbox', { name: 'Internal note' }).fill('Asked for their engineer.')
    await page.keyboard.press('Control+Enter')
    answer.resolve()
    await page.getByRole('listitem').filter({ hasText: 'Asked for their engineer.' }).waitFor()
    const agent = await desk.driver.as('agent')
    expect((await agent.read(number)).state).toBe('waiting')
    await (await desk.driver.as('lead')).does('resume', number)
  })

  test('an expired sign-in is renewed over the page, and the act under way goes on', async () => {
    const page = await desk.window('lead')
    const number = await open(page, /Orders stay open/)
    let attempts = 0
    await page.route('**/accept', (route) => {
      attempts += 1
      return attempts === 1
        ? route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401}' })
        : route.continue()
    })
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByRole('button', { name: 'Go on as Leo Martins' }).click()
    await page.getByRole('button', { name: 'Resolve' }).waitFor()
    expect((await (await desk.driver.as('agent')).read(number)).state).toBe('accepted')
  })

  test('no network: it is said, what was written stays, and nothing is sent twice', async () => {
    const page = await desk.window('lead')
    const number = await open(page, /Orders stay open/)
    const note = page.getByRole('textbox', { name: 'Internal note' })
    await note.fill('The supplier has been called.')
    const keys: (string | undefined)[] = []
    // the answers get lost on their way back, so the desk has done it and the portal does not know
    await page.route('**/comment', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      if (keys.length < 3) {
        await route.fetch()
        await route.abort()
      } else await route.continue()
    })
    await page.getByRole('button', { name: 'Note', exact: true }).click()
    await page.getByRole('listitem').filter({ hasText: 'The supplier has been called.' }).waitFor()
    expect(new Set(keys).size).toBe(1)
    const entries = await (await desk.driver.as('agent')).timeline(number)
    expect(entries.filter((entry) => 'text' in entry && entry.text === 'The supplier has been called.')).toHaveLength(1)

    await page.context().setOffline(true)
    await page.getByRole('status').filter({ hasText: 'The desk cannot be reached' }).waitFor()
    await page.context().setOffline(false)
    await page.getByRole('status').filter({ hasText: 'The desk cannot be reached' }).waitFor({ state: 'detached' })
  })

  test('what arrives while somebody looks appears by itself, is announced and stands out', async () => {
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/intake`)
    await page.getByRole('link', { name: /Called three times/ }).waitFor()
    // while nothing happens, the list is not sent again
    await page.waitForResponse((answer) => answer.url().includes('/tickets?') && answer.status() === 304)
    const anna = await desk.driver.as('requester')
    await anna.open({ title: 'The projector in room 2 stays dark', description: 'Since the storm.' })
    const row = page.getByRole('row').filter({ hasText: 'The projector in room 2' })
    await row.waitFor()
    expect(await row.getAttribute('data-fresh')).toBe('true')
    await page.getByText('1 new ticket').waitFor({ state: 'attached' })
    await desk.driver.letterbox.expect('anna@harbour.example', /./)
  })
})
