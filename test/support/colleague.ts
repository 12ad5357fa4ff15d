import type * as z from 'zod'
import type { DeliveredMail } from '../../local/mailbox.ts'
import type { ProblemBody } from '../../shared/contract/problem.ts'
import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import type { declaration } from '../../shared/contract/ticket-acts.ts'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import type { Letterbox } from './letterbox.ts'

type Declaration = z.input<ReturnType<typeof declaration>>

type Entry = {
  readonly at: string
  readonly type: string
  readonly actor: { readonly kind: string }
  readonly step?: string
  readonly dueAt?: string
  readonly audience?: string
}

/** Somebody signed in, working through the API as the portal does. */
export class Colleague {
  readonly email: string
  readonly #api: string
  readonly #token: string
  readonly #letterbox: Letterbox

  constructor(parts: { api: string; token: string; email: string; letterbox: Letterbox }) {
    this.email = parts.email
    this.#api = parts.api
    this.#token = parts.token
    this.#letterbox = parts.letterbox
  }

  async #get(path: string): Promise<Response> {
    return fetch(this.#api + path, { headers: { authorization: `Bearer ${this.#token}` } })
  }

  async #post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(this.#api + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  }

  async #answer<Answer>(response: Response): Promise<Answer> {
    if (!response.ok) throw new Error(`${response.status} from ${response.url}: ${await response.text()}`)
    return (await response.json()) as Answer
  }

  async me(): Promise<{ readonly roles: readonly string[]; readonly known: boolean }> {
    return this.#answer(await this.#get('/me'))
  }

  /** @param key the same again with the same key is the same ticket */
  async open(given: Declaration, key: string = crypto.randomUUID()): Promise<TicketForStaff> {
    return this.#answer(await this.#post('/tickets', given, { 'idempotency-key': key }))
  }

  async comments(number: string, text: string, key: string): Promise<TicketForStaff> {
    return this.#answer(await this.#post(`/tickets/${number}/comment`, { text }, { 'idempotency-key': key }))
  }

  /** @param path of the API, for instance `/dashboard` */
  async asks<Answer>(path: string): Promise<Answer> {
    return this.#answer<Answer>(await this.#get(path))
  }

  async read(number: string): Promise<TicketForStaff> {
    return this.#answer(await this.#get(`/tickets/${number}`))
  }

  async queue(group: string): Promise<readonly TicketForStaff[]> {
    const response = await this.#get(`/tickets?view=queue&limit=100&group=${group}`)
    return (await this.#answer<{ items: TicketForStaff[] }>(response)).items
  }

  /** Oldest first. */
  async timeline(number: string): Promise<readonly Entry[]> {
    const entries: Entry[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const response = await this.#get(`/tickets/${number}/timeline?limit=100${more}`)
      const page = await this.#answer<{ items: Entry[]; cursor: string | null }>(response)
      entries.push(...page.items)
      cursor = page.cursor
    }
    return entries.toReversed()
  }

  /** Does `act` on the ticket as it is now. @throws Error with the problem when refused */
  async does(act: string, number: string, body: object = {}): Promise<TicketForStaff> {
    return this.#answer(await this.#try(act, number, body))
  }

  /** What sends `act` on the ticket as it is now: the very same request each time, as after an answer that got lost. */
  async decides(act: string, number: string, body: object = {}): Promise<() => Promise<TicketForStaff>> {
    const { version } = await this.read(number)
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() }
    return async () => this.#answer(await this.#post(`/tickets/${number}/${act}`, body, headers))
  }

  async doesTwice(act: string, number: string, body: object = {}): Promise<TicketForStaff> {
    const send = await this.decides(act, number, body)
    const first = await send()
    await send()
    return first
  }

  async procedure(number: string): Promise<ProcedureView> {
    return this.#answer(await this.#get(`/tickets/${number}/procedure`))
  }

  /** The problem the desk answers with. @throws Error when it lets the act pass */
  async isRefused(act: string, number: string, body: object = {}): Promise<ProblemBody> {
    const response = await this.#try(act, number, body)
    if (response.ok) throw new Error(`${act} on ${number} was not refused`)
    return (await response.json()) as ProblemBody
  }

  async #try(act: string, number: string, body: object): Promise<Response> {
    const { version } = await this.read(number)
    return this.#post(`/tickets/${number}/${act}`, body, act === 'comment' ? {} : { 'if-match': `"${version}"` })
  }

  async #put(path: string, body: object, headers: Readonly<Record<string, string>>): Promise<void> {
    const response = await fetch(this.#api + path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    await this.#answer(response)
  }

  /** A setting there was none of before. */
  puts(path: string, value: object): Promise<void> {
    return this.#put(path, value, { 'if-none-match': '*' })
  }

  /** A setting, from what it is now. */
  async changes<Value extends object>(path: string, change: (value: Value) => Value): Promise<void> {
    const response = await this.#get(path)
    const { value, version } = await this.#answer<{ value: Value; version: number }>(response)
    await this.#put(path, change(value), { 'if-match': `"${version}"` })
  }

  /** Who is to be called, and about what. */
  async callTasks(): Promise<readonly { readonly to: string; readonly tickets: readonly string[] }[]> {
    const response = await this.#get('/notices?view=call-tasks&limit=100')
    type Task = { recipient: { name: string }; ticket: string; also?: { number: string }[] }
    const { items } = await this.#answer<{ items: Task[] }>(response)
    const ticketsOf = ({ ticket, also = [] }: Task) => [ticket, ...also.map(({ number }) => number)]
    return items.map((task) => ({ to: task.recipient.name, tickets: ticketsOf(task) }))
  }

  /** Acknowledges in the portal all that waits for one's own word about a ticket. */
  async answers(number: string): Promise<void> {
    type Waiting = { readonly id: string; readonly ticket: string }
    const { items } = await this.asks<{ items: readonly Waiting[] }>('/notices?view=mine&limit=100')
    const own = items.filter(({ ticket }) => ticket === number)
    if (own.length === 0) throw new Error(`nothing of ${number} waits for an answer`)
    for (const { id } of own) await this.#answer(await this.#post(`/notices/${id}/acknowledge`, {}))
  }

  expectMail(pattern: RegExp): Promise<DeliveredMail> {
    return this.#letterbox.expect(this.email, pattern)
  }
}
