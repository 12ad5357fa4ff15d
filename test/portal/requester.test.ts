import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'

describeInBrowser('a requester on the phone', () => {
  const desk = browserDesk()

  test('reports a fault; what was typed survives a reload; it is recorded once [INT-1] [INT-9]', async () => {
    const page = await desk.window('requester', { viewport: PHONE })
    await page.goto(desk.url)
    await shown(page, 'My requests')
    await page.getByRole('link', { name: 'Report a fault' }).click()
    await shown(page, 'Report a fault')
    await page.getByLabel('What does not work?').fill('The lift display is dark')
    await page.getByLabel('What happens?').fill('Since this morning.')
    await page.getByText('Where is it, and whom').click()
    await page.getByLabel('Place').fill('Building B')
    await page.reload()
    expect(await page.getByLabel('What does not work?').inputValue()).toBe('The lift display is dark')
    expect(await page.getByLabel('Place').inputValue()).toBe('Building B')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Report it' }).click()

    await shown(page, 'The lift display is dark')
    await page.getByText('We have received it.').waitFor()
    await page.getByText('Building B').waitFor()
    await page.goto(`${desk.url}/requests`)
    await page.getByRole('link', { name: 'The lift display is dark' }).waitFor()
    expect(await page.getByRole('link', { name: 'The lift display is dark' }).count()).toBe(1)
    await page.goto(`${desk.url}/report`)
    expect(await page.getByLabel('What does not work?').inputValue()).toBe('')
    await desk.driver.letterbox.forget()
  })

  test('answers a question, rejects with a reason, confirms and rates; sees nothing internal [ROL-3] [CLO-2] [CLO-6]', async () => {
    const [requester, engineer] = [await desk.driver.as('requester'), await desk.driver.as('agent')]
    const { number } = await requester.open({ title: 'Nothing prints', description: 'At all.', service: 'workplace' })
    await engineer.does('accept', number)
    await engineer.does('comment', number, { text: 'Only for us.', visibility: 'internal' })
    await engineer.does('wait', number, { code: 'requester', reason: 'Which printer is it?' })
    const page = await desk.window('requester', { viewport: PHONE })
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'Nothing prints')
    await page.getByRole('heading', { name: 'Our question' }).waitFor()
    await page.getByLabel('Your answer').fill('The one on floor 3.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Grace Okafor is working on it.').waitFor()
    await page.getByText('The one on floor 3.').waitFor()
    expect(await page.getByText('Only for us.').count()).toBe(0)

    await engineer.does('resolve', number, { solution: 'Restarted.', cause: 'Memory.' })
    await page.reload()
    await page.getByRole('button', { name: 'No, not yet' }).click()
    await page.getByLabel('What does not work yet?').fill('Still blank.')
    await page.getByRole('button', { name: 'Send it back' }).click()
    await page.getByText('Grace Okafor is working on it.').waitFor()
    expect(await engineer.read(number)).toMatchObject({ state: 'accepted' })

    await engineer.does('resolve', number, { solution: 'New drum.', cause: 'Worn drum.' })
    await page.reload()
    await page.getByRole('heading', { name: 'Does it work now?' }).waitFor()
    await page.getByText('Very good').click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    await page.getByRole('button', { name: 'Yes, it works' }).click()
    await page.getByText('Solved, and you have confirmed it.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await engineer.read(number)).toMatchObject({ satisfaction: { score: 5 } })
    await desk.driver.letterbox.forget()
  })

  test('nothing is wider than a phone, in Chinese too', async () => {
    const page = await desk.window('chinese requester', { viewport: PHONE })
    for (const path of ['/requests', '/report', '/report?kind=service-request']) {
      await page.goto(desk.url + path)
      await shown(page, /申/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(PHONE.width)
    }
  })
})
