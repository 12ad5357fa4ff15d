import type { ProblemBody } from '../../../shared/contract/problem.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { html } from './html.ts'
import { pageOf } from './layout.ts'
import { PAGE_HEADERS } from './page-headers.ts'
import { PAGE_TEXTS } from './page-texts.ts'

/** A refusal for somebody with a browser: what it means and what to do, in words they know. `path` leads back. */
export const problemPage = (
  { status, code, requestId }: ProblemBody,
  path: string,
  language: Language,
  deskName: string,
): { readonly headers: typeof PAGE_HEADERS; readonly body: string } => {
  const texts = PAGE_TEXTS[language]
  const back = status === 404 ? null : html`<p><a href="${path}">${texts.back}</a></p>`
  const reference = requestId === undefined ? null : html`<p class="muted">${requestId}</p>`
  const body = pageOf(
    language,
    texts.failed,
    deskName,
    html`<section class="card"><h1>${texts.failed}</h1><p>${texts.problems[code] ?? texts.otherwise}</p>${back}${reference}</section>`,
  )
  return { headers: PAGE_HEADERS, body }
}
