import { expect, test } from 'vitest'
import { priorityOf as portalsPriority } from '../../portal/form/grade.ts'
import { defaultPolicy } from '../../shared/application/defaults/default-policy.ts'
import { IMPACTS, URGENCIES } from '../../shared/domain/priority/grade.ts'
import { priorityOf } from '../../shared/domain/priority/matrix.ts'
import { browserDesk, describeInBrowser, shown } from './browser-desk.ts'

describeInBrowser('recording a call', () => {
  const desk = browserDesk()

  test('who, what, how bad: the priority and its promises are there before it is saved [INT-9, PRI-4, ROL-5]', async () => {
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/record`)
    await shown(page, /Record a call/)
    const caller = page.getByRole('combobox', { name: /Who is calling/ })
    await caller.pressSequentially('victor@')
    await page.getByRole('option', { name: /Victor Hale/ }).waitFor()
    await caller.press('Enter')
    await page.getByRole('heading', { name: 'Victor Hale, lately' }).waitFor()
    await page.getByLabel('Title').fill('The badge reader at gate 2 is dead')
    const category = page.getByRole('combobox', { name: /Category/ })
    await category.pressSequentially('hardw')
    await page.getByRole('option', { name: /Computers and devices/ }).waitFor()
    await category.press('Enter')
    await page.getByRole('radio', { name: 'Significant, Critical: Priority 1' }).check({ force: true })
    await page.getByText('Assignment 5m · Response 15m · Solution 4h').waitFor()
    await page.getByRole('button', { name: 'Record', exact: true }).click()

    await shown(page, 'The badge reader at gate 2 is dead')
    const number = new URL(page.url()).pathname.replace('/tickets/', '')
    const ticket = await (await desk.driver.as('agent')).read(number)
    expect(ticket).toMatchObject({
      priority: 1,
      category: 'hardware',
      channel: 'hotline',
      requester: { personId: 'victor', vip: true },
    })
  })

  test('Enter chooses whom the text leads to, not whom an earlier one led to, however slow the answer [INT-9]', async () => {
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/record`)
    await shown(page, /Record a call/)
    const caller = page.getByRole('combobox', { name: /Who is calling/ })
    await caller.fill('grace@')
    await page.getByRole('option', { name: /Grace Okafor/ }).waitFor()
    const answer = Promise.withResolvers<void>()
    await page.route('**/api/v1/people?*', async (route) => {
      await answer.promise
      await route.continue()
    })
    await caller.fill('victor@')
    await caller.press('Enter')
    answer.resolve()
    await page.getByRole('heading', { name: 'Victor Hale, lately' }).waitFor()
  })
})

describeInBrowser('noting a contact', () => {
  const desk = browserDesk()

  test('asks whether the requester agrees with the grade, once they were reached; the ticket says so [PRI-7]', async () => {
    const requester = await desk.driver.as('requester')
    const { number } = await requester.open({ title: 'The blinds do not close', description: 'Sun.' })
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'The blinds do not close')
    const details = page.getByRole('region', { name: 'Details' })
    expect(await details.getByText('Grade agreed').count()).toBe(0)
    const agreed = page.getByRole('group', { name: /Does the requester agree with the grade/ })
    const note = async (whether: 'Yes' | 'No' | null, words: string) => {
      await page.getByRole('button', { name: 'Note a contact' }).click()
      await page.getByLabel('What was said').fill(words)
      await page.getByRole('radio', { name: 'Not reached' }).check()
      expect(await agreed.count()).toBe(0)
      await page.getByRole('radio', { name: 'Reached', exact: true }).check()
      expect(await agreed.getByRole('radio', { name: 'Not spoken of' }).isChecked()).toBe(true)
      if (whether) await agreed.getByRole('radio', { name: whether, exact: true }).check()
      await page.getByRole('dialog').getByRole('button', { name: 'Note a contact' }).click()
      await page.locator('.timeline').getByText(words).waitFor()
    }
    await note('No', 'Wants it at once.')
    await details.getByText('Grade agreed').waitFor()
    await page.locator('.timeline').getByText('Does not agree with the grade.').waitFor()
    await note(null, 'Spoke of the colour.')
    expect(await (await desk.driver.as('agent')).read(number)).toMatchObject({ gradeAgreed: false })
    await note('Yes', 'Can wait after all.')
    expect(await (await desk.driver.as('agent')).read(number)).toMatchObject({ gradeAgreed: true })
    await desk.driver.letterbox.forget()
  })
})

test('the priority shown is the one the desk will set [PRI-4, PRI-5]', () => {
  const service = {
    id: 'erp',
    name: { 'zh-CN': '企业资源计划', en: 'Enterprise planning' },
    owner: null,
    projectManager: null,
    calendar: '24x7',
    businessGroup: null,
  }
  for (const criticality of ['vital', 'important', 'normal'] as const) {
    for (const impact of IMPACTS) {
      for (const urgency of URGENCIES) {
        const shownPriority = portalsPriority(defaultPolicy, impact, urgency, { ...service, criticality })
        expect(shownPriority).toBe(priorityOf(defaultPolicy, impact, urgency, criticality))
      }
    }
  }
})
