import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { faultOf, LARGEST_BYTES, mimeTypeOf, TYPE_BY_EXTENSION } from '../../portal/form/accepted-files.ts'
import { ACCEPTED_TYPES, LARGEST_UPLOAD_BYTES } from '../../shared/domain/upload/accepted-types.ts'
import { accessibilityFaults, browserDesk, describeInBrowser, PHONE, settled, shown } from './browser-desk.ts'
import { PNG, picture } from './picture.ts'

const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('line 1\nline 2') })

type Given = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]

/** By keyboard, through the browser's own dialog. */
const attach = async (page: Page, files: Given): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Attach files' }).press('Enter')
  await (await chooser).setFiles(files as Parameters<Awaited<typeof chooser>['setFiles']>[0])
}

const line = (page: Page, name: string) => page.locator('.files li').filter({ hasText: name })

/** Hands files to the form as a drop or a paste would. */
const hand = (page: Page, how: 'drop' | 'paste', name: string) =>
  page
    .locator('form:has(.attach) textarea')
    .first()
    .evaluate(
      (field, { how: type, name: filename, bytes }) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(bytes)], filename, { type: 'image/png' }))
        const bubbles = { bubbles: true, cancelable: true }
        field.dispatchEvent(
          type === 'drop'
            ? new DragEvent('drop', { ...bubbles, dataTransfer: data })
            : new ClipboardEvent('paste', { ...bubbles, clipboardData: data }),
        )
      },
      { how, name, bytes: [...PNG] },
    )

describeInBrowser('files', () => {
  const desk = browserDesk()

  test('go with a report: chosen, dropped and pasted, and they survive a reload [INT-15]', async () => {
    const page = await desk.window('requester', { viewport: PHONE })
    await page.goto(`${desk.url}/report`)
    await shown(page, 'Report a fault')
    await page.getByLabel('What does not work?').fill('The scanner bends paper')
    await page.getByLabel('What happens?').fill('See the pictures.')
    await attach(page, [picture('bent.png'), text('scanner.log')])
    await hand(page, 'drop', 'dropped.png')
    await hand(page, 'paste', 'pasted.png')
    for (const name of ['bent.png', 'scanner.log', 'dropped.png', 'pasted.png'])
      await line(page, name).getByText('attached').waitFor()
    await page.reload()
    await line(page, 'pasted.png').getByText('attached').waitFor()
    await page.getByRole('button', { name: 'Take away pasted.png' }).click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      expect(await accessibilityFaults(page), colorScheme).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await page.getByRole('button', { name: 'Report it' }).click()

    await shown(page, 'The scanner bends paper')
    const saved = page.waitForEvent('download')
    await page
      .getByRole('button', { name: /bent\.png/ })
      .first()
      .click()
    expect((await saved).suggestedFilename()).toBe('bent.png')
    const number = new URL(page.url()).pathname.replace('/tickets/', '')
    const { attachments } = (await (await desk.driver.as('agent')).read(number)) as unknown as {
      attachments: { filename: string; mimeType: string }[]
    }
    expect(attachments.map(({ filename, mimeType }) => `${filename} ${mimeType}`).toSorted()).toEqual([
      'bent.png image/png',
      'dropped.png image/png',
      'scanner.log text/plain',
    ])
    await page.goto(`${desk.url}/report`)
    expect(await page.locator('.files').count()).toBe(0)
    await desk.driver.letterbox.forget()
  })

  test('that are not taken are told why before anything is sent; one that got lost is tried again [INT-15]', async () => {
    const page = await desk.window('requester')
    await page.goto(`${desk.url}/report`)
    await shown(page, 'Report a fault')
    await attach(page, [
      { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
      { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    ])
    await line(page, 'setup.exe').getByText('Files of this type are not taken').waitFor()
    await line(page, 'nothing.txt').getByText('The file is empty.').waitFor()
    await page.getByRole('button', { name: 'Take away setup.exe' }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Attach files')
    await page.getByRole('button', { name: 'Take away nothing.txt' }).click()

    await page.route('**/local/uploads?**', (route) => route.abort())
    await attach(page, picture('lost.png'))
    await line(page, 'lost.png').getByText('Did not arrive.').waitFor()
    await page.getByLabel('What does not work?').fill('The gate opens by itself')
    await page.getByLabel('What happens?').fill('At night.')
    await page.getByRole('button', { name: 'Report it' }).click()
    await page.getByRole('alert').getByText('one of the files did not arrive').waitFor()
    await page.unroute('**/local/uploads?**')
    await page.getByRole('button', { name: 'Try again: lost.png' }).press('Enter')
    await line(page, 'lost.png').getByText('attached').waitFor()
    await attach(
      page,
      Array.from({ length: 10 }, (_, index) => picture(`more-${index}.png`)),
    )
    await line(page, 'more-9.png').getByText('Too many: ten files at most.').waitFor()
    await page.getByRole('button', { name: 'Start again' }).click()
    expect(await page.locator('.files').count()).toBe(0)
  })

  test('on their way show how far they are, can be stopped, and are waited for [INT-15]', async () => {
    const page = await desk.window('requester')
    await page.goto(`${desk.url}/report`)
    await shown(page, 'Report a fault')
    const held: (() => Promise<void>)[] = []
    await page.route('**/local/uploads?**', (route) => void held.push(() => route.continue()))
    await page.getByLabel('What does not work?').fill('The lamp hums')
    await page.getByLabel('What happens?').fill('All day.')
    await attach(page, picture('stopped.png'))
    await page.getByRole('progressbar', { name: 'Sending stopped.png' }).waitFor()
    // stopped before it is under way it would never be sent at all
    await expect.poll(() => held.length).toBe(1)
    await page.getByRole('button', { name: 'Stop sending stopped.png' }).press('Enter')
    await page.locator('.files').waitFor({ state: 'detached' })
    await attach(page, picture('slow.png'))
    await page.getByRole('progressbar', { name: 'Sending slow.png' }).waitFor()
    await page.getByRole('button', { name: 'Report it' }).click()
    await page.getByRole('button', { name: 'Sending …' }).waitFor()
    await expect.poll(() => held.length).toBe(2)
    await held.at(-1)?.()
    await shown(page, 'The lamp hums')
    await page
      .getByRole('button', { name: /slow\.png/ })
      .first()
      .waitFor()
    expect(await page.getByText('stopped.png').count()).toBe(0)
    await desk.driver.letterbox.forget()
  })

  test('of staff are internal or public as their comment is; the requester answers with one [INT-15, ROL-3]', async () => {
    const requester = await desk.driver.as('requester')
    const { number } = await requester.open({ title: 'The plotter smears', description: 'Blue.', service: 'workplace' })
    const agent = await desk.window('agent')
    await agent.goto(`${desk.url}/tickets/${number}`)
    await shown(agent, 'The plotter smears')
    for (const [as, file, button] of [
      ['Internal note', 'secret.log', 'Note'],
      ['Answer the requester', 'manual.png', 'Send'],
    ] as const) {
      await agent.getByRole('radio', { name: as }).check()
      await agent.getByRole('textbox', { name: as }).fill(`With ${file}.`)
      await attach(agent, file.endsWith('.log') ? text(file) : picture(file))
      await agent.getByRole('button', { name: button, exact: true }).click()
      await agent
        .locator('.timeline')
        .getByRole('button', { name: new RegExp(file) })
        .waitFor()
    }
    expect(await accessibilityFaults(agent)).toEqual([])

    const page = await desk.window('requester', { viewport: PHONE })
    await page.goto(`${desk.url}/tickets/${number}`)
    await shown(page, 'The plotter smears')
    await page
      .locator('.conversation')
      .getByRole('button', { name: /manual\.png/ })
      .waitFor()
    expect(await page.getByText('secret.log').count()).toBe(0)
    await page.getByLabel('Write to the service desk').fill('Like this.')
    await attach(page, picture('smear.png'))
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page
      .locator('.conversation')
      .getByRole('button', { name: /smear\.png/ })
      .waitFor()
    await desk.driver.letterbox.forget()
  })

  test('go with a call that is being recorded [INT-15]', async () => {
    const page = await desk.window('agent')
    await page.goto(`${desk.url}/record`)
    await shown(page, /Record a call/)
    const caller = page.getByRole('combobox', { name: /Who is calling/ })
    await caller.pressSequentially('victor@')
    await page.getByRole('option', { name: /Victor Hale/ }).waitFor()
    await caller.press('Enter')
    await page.getByLabel('Title').fill('The projector is upside down')
    const category = page.getByRole('combobox', { name: /Category/ })
    await category.pressSequentially('hardw')
    await page.getByRole('option', { name: /Computers and devices/ }).waitFor()
    await category.press('Enter')
    await attach(page, picture('ceiling.png'))
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await shown(page, 'The projector is upside down')
    await page
      .getByRole('button', { name: /ceiling\.png/ })
      .first()
      .waitFor()
    await desk.driver.letterbox.forget()
  })
})

describe('what the portal takes', () => {
  test('is what the API takes [INT-15]', () => {
    expect(LARGEST_BYTES).toBe(LARGEST_UPLOAD_BYTES)
    const byExtension = [...ACCEPTED_TYPES].flatMap(([type, { extensions }]) =>
      // a CSV file is one, whatever Excel says
      extensions
        .filter((extension) => extension !== 'csv' || type === 'text/csv')
        .map((extension) => [extension, type]),
    )
    expect(TYPE_BY_EXTENSION).toEqual(Object.fromEntries(byExtension))
  })

  test.each([
    [{ name: 'A.PNG', type: '', size: 1 }, 'image/png', null],
    [{ name: 'clipboard', type: 'image/png', size: 1 }, 'image/png', null],
    [{ name: 'report.csv', type: 'application/vnd.ms-excel', size: 1 }, 'text/csv', null],
    [{ name: 'page.html', type: 'text/html', size: 1 }, null, 'wrong-type'],
    [{ name: 'film.png', type: 'image/png', size: LARGEST_BYTES + 1 }, 'image/png', 'too-large'],
    [{ name: 'film.png', type: 'image/png', size: LARGEST_BYTES }, 'image/png', null],
  ])('%o is %s, and wrong with it is %s', (file, type, fault) => {
    expect(mimeTypeOf(file)).toBe(type)
    expect(faultOf(file, 9)).toBe(fault)
    expect(faultOf(file, 10)).toBe(fault ?? 'too-many')
  })
})
