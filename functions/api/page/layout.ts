import type { Language } from '../../../shared/domain/language.ts'
import { type Html, html } from './html.ts'
import { PAGE_STYLE } from './page-style.ts'

/** A whole page; whoever has the address may act, so no search engine may list it. */
export const pageOf = (
  language: Language,
  title: string,
  deskName: string,
  content: Html,
  script: string | null = null,
): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ markup: PAGE_STYLE }}</style>
${script && html`<script type="module" src="${script}"></script>`}
</head>
<body>
<main>
<p class="brand">${deskName}</p>
${content}
</main>
</body>
</html>
`.markup
