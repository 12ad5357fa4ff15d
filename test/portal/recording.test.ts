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
