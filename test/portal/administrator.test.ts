import { expect, test } from 'vitest'
import { accessibilityFaults, browserDesk, describeInBrowser, shown } from './browser-desk.ts'

describeInBrowser('an administrator', () => {
  const desk = browserDesk()

  test('two at once: the second sees what the first saved, and both changes are kept [LIF-9] [ESC-9]', async () => {
    const [first, second] = [await desk.window('administrator'), await desk.window('administrator')]
    for (const page of [first, second]) {
      await page.goto(`${desk.url}/admin/services/email`)
      await shown(page, /email/)
    }
    await second.getByLabel('Name · English').fill('E-mail and calendar')
    await second.reload()
    await shown(second, /email/)
    await first.getByLabel('Criticality').selectOption('vital')
    await first.getByRole('button', { name: 'Save', exact: true }).click()
    await first.getByText(/^Saved\./).waitFor()

    await second.getByRole('button', { name: 'Save', exact: true }).click()
    await second.getByText('Somebody else has saved this').waitFor()
    await second.getByRole('alert').getByText('Ada Byron').waitFor()
    expect(await accessibilityFaults(second)).toEqual([])
    await second.getByRole('button', { name: 'Save mine on top of theirs' }).click()
    await second.getByText(/^Saved\./).waitFor()
    expect(await second.getByLabel('Criticality').inputValue()).toBe('vital')
    expect(await second.getByLabel('Name · English').inputValue()).toBe('E-mail and calendar')

    await second.getByText('Earlier versions').click()
    await second.getByRole('combobox', { name: 'Earlier versions' }).selectOption('1')
    await second.getByRole('row', { name: /Criticality Important Vital/ }).waitFor()
  })

  test('what the desk refuses is said beside the field, and nothing typed is lost', async () => {
    const page = await desk.window('administrator')
    await page.goto(`${desk.url}/admin/groups/new`)
    await shown(page, /new/)
    await page.getByLabel('Id').fill('no spaces please')
    await page.getByLabel('Name · 中文').fill('数据库')
    await page.getByLabel('Name · English').fill('Databases')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('The desk did not take this').waitFor()
    expect(await page.getByLabel('Id').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('Id').fill('databases')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await shown(page, 'Support groups: databases')
    expect(await page.getByLabel('Name · 中文').inputValue()).toBe('数据库')
  })

  test('a calendar shows its month before it is saved [SLA-3]', async () => {
    const page = await desk.window('administrator')
    await page.goto(`${desk.url}/admin/calendars/cn-office`)
    await shown(page, /cn-office/)
    await page.getByLabel('Sunday').fill('10:00-11:00')
    await page.keyboard.press('Tab')
    await page.getByText('10:00–11:00').first().waitFor()
    await page.getByRole('button', { name: 'Discard changes' }).click()
    await page.getByText('10:00–11:00').first().waitFor({ state: 'detached' })
  })

  test('a promise says its minutes in hours beside them [SLA-1]', async () => {
    const page = await desk.window('administrator')
    await page.goto(`${desk.url}/admin/promises`)
    await page.getByText('= 40h').waitFor()
    await page.locator('.amount', { hasText: '= 40h' }).locator('input').fill('2430')
    await page.getByText('= 40h 30m').waitFor()
  })
})
