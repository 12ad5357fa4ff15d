import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Language } from '../../shared/domain/language.ts'
import type { Part } from '../support/desk.ts'
import { linkIn } from '../support/letterbox.ts'
import { BrowserDesk, DESKTOP, PHONE, settled, shown } from './browser-desk.ts'
import { demoTicket, goTo, VISITS, type Visit } from './visits.ts'

/**
 * `npm run screenshots`: every page at 390 and 1440 pixels, light and dark, into dist/screenshots, with an index.html to leaf
 * through. `-- --both`: in Chinese too. `-- --readme`: only the README's picture.
 */

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'dist/screenshots')
const README_PICTURE = join(ROOT, 'docs/pictures/ticket.png')
const VIEWPORTS = { phone: PHONE, desktop: DESKTOP } as const
const SCHEMES = ['light', 'dark'] as const

const desk = new BrowserDesk()

const form = (act: string, as: Part, ticket: number): Visit => ({
  place: '/tickets/:number',
  name: `form-${act}`,
  path: `/tickets/${demoTicket(ticket)}?act=${act}`,
  as,
})

/** A few of the forms that axe has a look at in all. */
const FORMS: readonly Visit[] = [
  form('classify', 'agent', 5),
  form('assign', 'agent', 5),
  form('resolve', 'lead', 2),
  form('wait', 'lead', 2),
]

const fileOf = (name: string, width: keyof typeof VIEWPORTS, scheme: string, language: Language): string =>
  `${name}-${width}-${scheme}-${language}.png`

/** Phone pages in full length, desktop pages as one sees them first. */
const takeAll = async (page: Page, name: string, language: Language): Promise<void> => {
  for (const width of ['phone', 'desktop'] as const) {
    await page.setViewportSize(VIEWPORTS[width])
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      const path = join(FOLDER, fileOf(name, width, colorScheme, language))
      await page.screenshot({ path, fullPage: width === 'phone' })
    }
  }
}

const visitAll = async (as: Part | null, visits: readonly Visit[], language: Language): Promise<void> => {
  const page = await desk.window(as, { language })
  await page.goto(desk.url)
  await shown(page, /./)
  for (const { name, path } of visits) {
    const hasForm = path.includes('act=')
    // a form opens with its page, so from elsewhere
    if (hasForm) await goTo(page, '/requests')
    await goTo(page, path)
    await shown(page, /./)
    if (hasForm) await page.getByRole('dialog').waitFor()
    await takeAll(page, name, language)
    await page.keyboard.press('Escape')
  }
  await page.context().close()
}

const openLink = async (language: Language): Promise<void> => {
  const address = language === 'en' ? 'anna@harbour.example' : 'lin@harbour.example'
  const mail = (await desk.driver.mailbox()).find(({ to, text }) => to === address && text.includes('/links/'))
  if (!mail) return
  const page = await desk.window(null, { language })
  await page.goto(linkIn(mail))
  await takeAll(page, 'link-in-a-mail', language)
}

const readmePicture = async (): Promise<void> => {
  const page = await desk.window('lead', { language: 'en' })
  await page.goto(`${desk.url}/tickets/${demoTicket(2)}`)
  await shown(page, /./)
  await settled(page)
  await page.screenshot({ path: README_PICTURE })
}

const indexPage = (names: readonly string[], languages: readonly Language[]): string => {
  const picture = (file: string): string => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`
  const section = (name: string): string => {
    const pictures = languages.flatMap((language) =>
      (['desktop', 'phone'] as const).flatMap((width) =>
        SCHEMES.map((scheme) => picture(fileOf(name, width, scheme, language))),
      ),
    )
    return `<h2 id="${name}"><a href="#${name}">${name}</a></h2><div>${pictures.join('')}</div>`
  }
  return `<!doctype html><meta charset="utf-8"><title>Firstline, page by page</title>
<style>body{font:16px system-ui;margin:24px}div{display:flex;gap:12px;overflow-x:auto;align-items:flex-start}img{height:420px;border:1px solid #8888}</style>
<h1>Firstline, page by page</h1>${names.map(section).join('')}`
}

const everything = async (languages: readonly Language[]): Promise<void> => {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const all = [...VISITS, ...FORMS]
  for (const language of languages) {
    for (const [as, visits] of Map.groupBy(all, ({ as: part }) => part)) await visitAll(as, visits, language)
    await openLink(language)
  }
  const names = [...all.map(({ name }) => name), 'link-in-a-mail']
  await writeFile(join(FOLDER, 'index.html'), indexPage(names, languages))
  console.info(`${names.length} pages, ${names.length * 4 * languages.length} pictures: ${join(FOLDER, 'index.html')}`)
}

const flags = process.argv.slice(2)
await desk.start()
try {
  if (flags.includes('--readme')) await readmePicture()
  else await everything(flags.includes('--both') ? ['en', 'zh-CN'] : ['en'])
} finally {
  await desk.stop()
}
for (const error of desk.errors()) {
  console.error(error)
  process.exitCode = 1
}
