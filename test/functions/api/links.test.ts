import { beforeEach, describe, expect, test } from 'vitest'
import { PAGE_STYLE } from '../../../functions/api/page/page-style.ts'
import { PAGE_TEXTS } from '../../../functions/api/page/page-texts.ts'
import { executeOn } from '../../../shared/application/execute.ts'
import { linkAliasFor } from '../../../shared/application/links.ts'
import { noticeKey, noticeRecord } from '../../../shared/application/notice-record.ts'
import { linkToken } from '../../../shared/domain/link/link-token.ts'
import { DESK } from '../../../shared/domain/people/actor.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'
import { plannedCall } from './notice-fixtures.ts'

const TICKETS = '/api/v1/tickets'
const PAGE = { accept: 'text/html,application/xhtml+xml' }
const FORM = 'application/x-www-form-urlencoded'

let desk: ApiDesk
let number: string
let link: string

const open = async (as: string, extra: object = {}) => {
  const { body } = await desk.post(TICKETS, as, {
    title: 'No <b>mail</b> & no "peace"',
    description: 'since 9',
    ...extra,
  })
  number = body.number
  link = await linkFor(body.requester)
}

/** As the notice that carries the link leaves it behind. */
const linkFor = async (requester: { name: string; email: string }): Promise<string> => {
  const alias = await linkAliasFor(desk.deps, number, requester)
  await executeOn(
    desk.deps,
    noticeRecord,
    noticeKey(`notice-${number}`),
    { type: 'plan', notice: plannedCall(number) },
    DESK,
    {
      aliases: [alias],
    },
  )
  return `/api/v1/links/${await linkToken(await desk.deps.secret(), number, requester.email)}`
}

const does = async (act: string, as: string, body: object = {}) => {
  const { version } = (await desk.get(`${TICKETS}/${number}`, 'grace')).body
  const answer = await desk.post(`${TICKETS}/${number}/${act}`, as, body, version)
  expect(answer.status, answer.text).toBe(200)
}

const solve = async () => {
  await does('assign', 'grace', { group: 'workplace', assignee: 'xia' })
  await does('accept', 'xia')
  await does('resolve', 'xia', { solution: 'Restarted', cause: 'SECRET cause' })
}

const say = (body: object, headers: Record<string, string> = {}) => desk.send('POST', link, { body, headers })
const page = (query: Record<string, string> = {}) => desk.send('GET', link, { headers: PAGE, query })
const submit = (fields: Record<string, string>) =>
  desk.send('POST', link, { raw: { text: new URLSearchParams(fields).toString(), type: FORM }, headers: PAGE })

/** The key that a form of the page as it is now carries. */
const keyOf = async (act: string): Promise<string> => {
  const { text } = await page()
  return new RegExp(`name="key" value="(${act}-[^"]+)"`).exec(text)?.[1] ?? 'none'
}

const comments = async (): Promise<readonly string[]> =>
  (await desk.get(`${TICKETS}/${number}/timeline`, 'grace')).body.items
    .filter(({ type }: { type: string }) => type === 'commented')
    .map(({ text }: { text: string }) => text)

beforeEach(async () => {
  desk = await openApiDesk()
  await open('anna')
})

describe('a link without sign-in', () => {
  test('shows the one ticket as its requester sees it [INT-10] [ROL-3]', async () => {
    await desk.post(`${TICKETS}/${number}/comment`, 'xia', { text: 'SECRET note' })
    const { body, text } = await desk.send('GET', link)
    expect(body.ticket).toMatchObject({ seenAs: 'requester', number, requester: { email: 'anna@harbour.example' } })
    expect(body.ticket.allowedActs).toEqual(['comment'])
    expect(body.timeline.map(({ type }: { type: string }) => type)).toEqual(['recorded'])
    expect(text).not.toContain('SECRET')
  })

  test('opening it changes nothing, however often [CLO-2]', async () => {
    await solve()
    const before = (await desk.get(`${TICKETS}/${number}`, 'grace')).body
    await desk.send('GET', link)
    await page({ done: 'confirm' })
    expect((await desk.get(`${TICKETS}/${number}`, 'grace')).body).toEqual(before)
  })

  test('one that is not ours, or damaged, or expired opens nothing [INT-10]', async () => {
    const unknown = `/api/v1/links/${'a'.repeat(52)}`
    expect(await desk.send('GET', unknown)).toMatchObject({ status: 404, body: { code: 'link-unknown' } })
    expect((await desk.send('GET', '/api/v1/links/..%2Ftickets')).status).toBe(422)
    desk.advance(31 * 24 * 60)
    expect(await desk.send('GET', link)).toMatchObject({ status: 404, body: { code: 'link-expired' } })
    expect((await say({ act: 'comment', text: 'late' })).status).toBe(404)
  })

  test('lets its holder comment, reject and confirm with a rating [CLO-2] [CLO-6]', async () => {
    await say({ act: 'comment', text: 'Any news?' })
    await solve()
    expect((await say({ act: 'reject', reason: 'Still none' })).body.ticket.state).toBe('accepted')
    await does('resolve', 'xia', { solution: 'Replaced' })
    const { body } = await say({ act: 'confirm', score: 5, comment: 'Great' })
    expect(body.ticket).toMatchObject({
      satisfaction: { score: 5, comment: 'Great' },
      resolution: { solution: 'Replaced' },
    })
    expect(body.timeline[0]).toMatchObject({ type: 'confirmed', actor: { kind: 'requester', name: 'Anna Berg' } })
    expect(body.timeline.find(({ type }: { type: string }) => type === 'rejected')).toMatchObject({
      text: 'Still none',
    })
  })

  test('lets them do nothing else: not yet, not any more, not in other words [ROL-2] [LIF-1]', async () => {
    expect(await say({ act: 'confirm' })).toMatchObject({ status: 409, body: { code: 'illegal-move' } })
    expect((await say({ act: 'close' })).status).toBe(422)
    expect((await say({ act: 'comment', text: 'x', visibility: 'internal' })).status).toBe(422)
  })

  test('words beside no rating are kept as a comment [CLO-6]', async () => {
    await solve()
    const { body } = await say({ act: 'confirm', comment: 'Works, thanks' })
    expect(body.ticket).toMatchObject({ satisfaction: null })
    expect(body.ticket.confirmedAt).not.toBeNull()
    expect(await comments()).toEqual(['Works, thanks'])
  })
})

describe('doing the same twice through a link', () => {
  test('a comment of the same words is one comment [CLO-2]', async () => {
    const first = await say({ act: 'comment', text: 'Any news?' })
    expect((await say({ act: 'comment', text: 'Any news?' })).body).toEqual(first.body)
    await say({ act: 'comment', text: 'Any news at all?' })
    expect(await comments()).toEqual(['Any news at all?', 'Any news?'])
  })

  test('a second rejection in the same words is no error, in other words it is [CLO-2]', async () => {
    await solve()
    const first = await say({ act: 'reject', reason: 'Still none' })
    const second = await say({ act: 'reject', reason: 'Still none' })
    expect(second).toMatchObject({ status: 200, text: first.text })
    expect((await say({ act: 'reject', reason: 'Worse' })).status).toBe(409)
  })

  test('a second confirmation is no error, also when the desk has closed meanwhile [CLO-2]', async () => {
    await solve()
    await say({ act: 'confirm', score: 4 })
    expect((await say({ act: 'confirm', score: 4 })).status).toBe(200)
    await does('close', 'grace', { code: 'solved' })
    expect(await say({ act: 'confirm', score: 4 })).toMatchObject({
      status: 200,
      body: { ticket: { state: 'closed' } },
    })
  })

  test('rejecting again after another solution counts, though the words are the same [CLO-2]', async () => {
    for (const _ of [1, 2]) {
      await solveAgain()
      expect((await say({ act: 'reject', reason: 'Still none' })).body.ticket.state).toBe('accepted')
    }
  })

  const solveAgain = async () => {
    const { state } = (await desk.get(`${TICKETS}/${number}`, 'grace')).body
    if (state === 'recorded') await solve()
    else await does('resolve', 'xia', { solution: 'Once more' })
  }

  test('a program’s own key is taken at its word [API-1]', async () => {
    const key = { 'idempotency-key': 'k1' }
    await say({ act: 'comment', text: 'one' }, key)
    await say({ act: 'comment', text: 'one' }, key)
    expect((await say({ act: 'comment', text: 'two' }, key)).status).toBe(409)
    expect(await comments()).toEqual(['one'])
  })
})

describe('the page of a link', () => {
  test('loads one script of the portal and nothing else, and is kept by nobody [INT-10] [INT-15]', async () => {
    const { text, headers } = await page()
    expect(text.split('<script')).toEqual([
      expect.any(String),
      expect.stringMatching(/^ type="module" src="\/link-page\.js"><\/script>/),
    ])
    expect(text).not.toMatch(/<img|<link|https?:|url\(| on\w+=| style=/i)
    expect(text.split('<style>')).toHaveLength(2)
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(PAGE_STYLE)))
    const policy = headers.get('content-security-policy')
    expect(policy).toContain(`style-src 'sha256-${Buffer.from(hash).toString('base64')}'`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'; connect-src 'self' http://storage.example/;")
    expect(text).toContain(`<style>${PAGE_STYLE}</style>`)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('shows what people wrote as they wrote it, never as markup', async () => {
    await say({ act: 'comment', text: '<script>alert(1)</script>' })
    const { text } = await page()
    expect(text).toContain('No &lt;b&gt;mail&lt;/b&gt; &amp; no &quot;peace&quot;')
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('offers what can be done now: a message, and once solved confirming and rejecting [CLO-2]', async () => {
    const acts = async () => [...(await page()).text.matchAll(/name="act" value="(\w+)"/g)].map(([, act]) => act)
    expect(await acts()).toEqual(['comment'])
    await solve()
    expect(await acts()).toEqual(['confirm', 'reject', 'comment'])
  })

  test('speaks the requester’s language and shows the promise in the desk’s time [NOT-2]', async () => {
    await open('lin', { title: '打不开邮件' })
    const { text } = await page()
    expect(text).toContain('<html lang="zh-CN">')
    expect(text).toContain(PAGE_TEXTS['zh-CN'].write)
    expect(text).toContain(PAGE_TEXTS['zh-CN'].files.byMail)
    expect(text).toMatch(/解决时限<\/dt><dd><time datetime="[^"]+">2026年3月\d+日/)
  })

  test('asks the question the ticket waits for [WAI-4]', async () => {
    await does('assign', 'grace', { group: 'workplace', assignee: 'xia' })
    await does('accept', 'xia')
    await does('wait', 'xia', { code: 'requester', reason: 'Which program?' })
    expect((await page()).text).toContain('Which program?')
    await does('resume', 'xia')
    await does('wait', 'xia', { code: 'vendor', reason: 'SECRET vendor' })
    expect((await page()).text).not.toContain('SECRET')
  })

  test('a form acts and leads back to the page, which thanks for it [CLO-2]', async () => {
    await solve()
    const answer = await submit({ act: 'confirm', key: await keyOf('confirm'), score: '5', comment: '' })
    expect(answer).toMatchObject({ status: 303, text: '' })
    expect(answer.headers.get('location')).toBe(`${link}?done=confirm`)
    expect((await page({ done: 'confirm' })).text).toContain(PAGE_TEXTS.en.done.confirm)
    expect((await desk.send('GET', link)).body.ticket.satisfaction).toEqual({ score: 5, comment: null })
  })

  test('a form sent twice acts once; the text changed after going back is something new [CLO-2]', async () => {
    const key = await keyOf('comment')
    await submit({ act: 'comment', key, text: 'one' })
    await submit({ act: 'comment', key, text: 'one' })
    await submit({ act: 'comment', key, text: 'one and a half' })
    expect(await comments()).toEqual(['one and a half', 'one'])
  })

  test('a refusal is a page too, in a language somebody reads', async () => {
    const chinese = { ...PAGE, 'accept-language': 'zh-CN,zh;q=0.9' }
    const gone = await desk.send('GET', `/api/v1/links/${'a'.repeat(52)}`, { headers: chinese })
    expect(gone.status).toBe(404)
    expect(gone.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(gone.text).toContain(PAGE_TEXTS['zh-CN'].problems['link-unknown'])
    const empty = await submit({ act: 'comment', text: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain(`href="${link}"`)
  })
})

describe('a file by link [INT-15]', () => {
  const PDF = Buffer.from('%PDF-1.7 a bill')
  const uploadedBy = async (path: string): Promise<string> => {
    const announced = { filename: 'bill.pdf', mimeType: 'application/pdf', bytes: PDF.byteLength }
    const { status, body } = await desk.send('POST', `${path}/uploads`, { body: announced })
    expect(status).toBe(201)
    desk.noted.files.set(new URL(body.url).pathname.slice(1), PDF)
    return body.id
  }

  test('goes with a comment of the same link', async () => {
    await open('anna')
    const answer = await say({ act: 'comment', text: 'Here it is', attachments: [await uploadedBy(link)] })
    expect(answer.body.ticket.attachments).toMatchObject([{ filename: 'bill.pdf', visibility: 'public' }])
  })

  test('goes with the form of the page, which then names it; two are a list', async () => {
    await open('anna')
    const fields = new URLSearchParams({ act: 'comment', text: 'Both bills', key: await keyOf('comment') })
    for (const _ of [1, 2]) fields.append('attachments[]', await uploadedBy(link))
    const raw = { text: fields.toString(), type: FORM }
    expect((await desk.send('POST', link, { raw, headers: PAGE })).status).toBe(303)
    expect((await desk.send('GET', link)).body.timeline[0].attachments).toHaveLength(2)
    expect((await page()).text).toContain('Files: bill.pdf, bill.pdf')
  })

  test('is nobody else’s: not of another link, nor of the signed-in requester', async () => {
    await open('anna')
    const foreign = await uploadedBy(link)
    await open('tom')
    const unknown = { status: 422, body: { code: 'unknown-upload' } }
    expect(await say({ act: 'comment', text: 'Mine', attachments: [foreign] })).toMatchObject(unknown)
    expect(
      await desk.post(`${TICKETS}/${number}/comment`, 'tom', { text: 'Mine', attachments: [foreign] }),
    ).toMatchObject(unknown)
  })

  test('is not asked for by an unknown link', async () => {
    const body = { filename: 'bill.pdf', mimeType: 'application/pdf', bytes: 3 }
    expect((await desk.send('POST', `/api/v1/links/${'a'.repeat(52)}/uploads`, { body })).status).toBe(404)
  })
})
