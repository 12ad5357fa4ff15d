import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'

/** As a field for date and time wants it typed: noon in so many days. */
const noonIn = (days: number): string => {
  const date = new Date(Date.now() + days * 86_400_000)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}T12:00`
}

describeInBrowser('a later time in the portal', () => {
  const desk = browserDesk()

  test('is proposed by whoever works on it; the requester objects, then agrees, on the phone [SLA-5]', async () => {
    const [requester, engineer] = [await desk.driver.as('requester'), await desk.driver.as('agent')]
    const { number } = await requester.open({ title: 'Nothing prints', description: 'At all.', service: 'workplace' })
    await engineer.does('accept', number)

    const staff = await desk.window('agent')
    await staff.goto(`${desk.url}/tickets/${number}?act=propose-time`)
    await staff.getByLabel('Solved by').fill(noonIn(20))
    await staff.getByLabel('Reason').fill('The drum is on its way.')
    expect(await accessibilityFaults(staff)).toEqual([])
    await staff.getByRole('dialog').getByRole('button', { name: 'Propose a later time' }).click()
    await staff.getByText('Later time proposed, no answer yet:').waitFor()

    const page = await desk.window('requester', { viewport: PHONE })
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'Nothing prints')
    await page.getByRole('heading', { name: 'It may take longer. Do you agree?' }).waitFor()
    await page.getByText('The drum is on its way.').first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await page.getByText('Add a word if you object').click()
    await page.getByLabel('What would you need?').fill('By noon, please.')
    await page.getByRole('button', { name: 'I object' }).click()
    await page.getByText('You have objected; those responsible know.').waitFor()
    await page.getByText('objected to the later time').waitFor()
    await staff.getByText('The requester objects to:').waitFor()
    await staff.getByText('By noon, please.').first().waitFor()

    await page.getByRole('button', { name: 'I agree' }).click()
    await page.getByText('You have agreed to it.').waitFor()
    expect(await engineer.read(number)).toMatchObject({ proposal: { outcome: 'agreed' } })
    await desk.driver.letterbox.forget()
  })

  test('reads the same in Chinese, in history and beside the clock [SLA-5] [NOT-2]', async () => {
    const [requester, engineer] = [await desk.driver.as('chinese requester'), await desk.driver.as('agent')]
    const { number } = await requester.open({ title: '无法打印', description: '完全不行', service: 'workplace' })
    await engineer.does('accept', number)
    const restoreBy = new Date(Date.now() + 20 * 86_400_000).toISOString()
    await engineer.does('propose-time', number, { restoreBy, reason: '配件在路上。' })
    const page = await desk.window('chinese requester', { viewport: PHONE })
    await page.goto(`${desk.url}/tickets/${number}`)
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await page.getByText('您已同意。').waitFor()
    const staff = await desk.window('chinese agent')
    await staff.goto(`${desk.url}/tickets/${number}`)
    await staff.getByText('申报人同意延至：').waitFor()
    await staff
      .getByText(/同意延至 .* 解决/)
      .first()
      .waitFor()
    await desk.driver.letterbox.forget()
  })
})
