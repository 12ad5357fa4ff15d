import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, shown } from './browser-desk.ts'

describeInBrowser('what is not served', () => {
  const desk = browserDesk()

  test('is redirected from the intake; the requester insists in one click; the project manager decides [INT-11]', async () => {
    const [requester, agent] = [await desk.driver.as('requester'), await desk.driver.as('agent')]
    const { number } = await requester.open({
      title: 'A bigger car park',
      description: 'For all.',
      service: 'workplace',
    })
    const staff = await desk.window('agent')
    await staff.goto(`${desk.url}/tickets/${number}?act=return`)
    await staff.getByText('A new requirement, to be decided elsewhere').click()
    await staff.getByLabel('Reason').fill('Ask the building committee.')
    expect(await accessibilityFaults(staff)).toEqual([])
    await staff.getByRole('dialog').getByRole('button', { name: 'Return or redirect' }).click()
    await staff.getByText('Ask the building committee.').first().waitFor()

    const page = await desk.window('requester', { viewport: PHONE })
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'A bigger car park')
    await page.getByText('It is a new requirement, which is decided elsewhere').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'I need it all the same' }).click()
    await page.getByText('The project manager decides, and you get a mail.').first().waitFor()

    const manager = await desk.window('project manager')
    await manager.goto(`${desk.url}/insisted`)
    await shown(manager, /./)
    await manager.getByRole('link', { name: `Serve or decline ${number}` }).waitFor()
    expect(await accessibilityFaults(manager)).toEqual([])
    await manager.getByRole('link', { name: `Serve or decline ${number}` }).click()
    await manager.getByText('Serve it').click()
    await manager.getByLabel('Reason').fill('They have paid for it.')
    await manager.getByRole('dialog').getByRole('button', { name: 'Serve or decline' }).click()
    await manager.getByText('decided that it is served').waitFor()
    expect(await agent.read(number)).toMatchObject({ state: 'recorded', group: 'desk' })
    await page.getByText('We have received it.').waitFor()
    await desk.driver.letterbox.forget()
  })
})
