import type { DeliveredMail } from '../../local/mailbox.ts'
import type { Api } from '../../shared/contract/api.ts'
import type { BodyOf } from '../../shared/contract/endpoint.ts'
import type { ProblemBody } from '../../shared/contract/problem.ts'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import type { Letterbox } from './letterbox.ts'

type Entry = {
  readonly at: string
  readonly type: string
  readonly dueAt?: string
  readonly actor: { readonly name: string }
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

  async #send(method: 'GET' | 'POST', path: string, body?: unknown, version?: number): Promise<Response> {
    return fetch(this.#api + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  async #answer<Answer>(response: Response): Promise<Answer> {
    if (!response.ok) throw new Error(`${response.status} from ${response.url}: ${await response.text()}`)
    return (await response.json()) as Answer
  }

  async open(declaration: BodyOf<Api['openTicket']>): Promise<TicketForStaff> {
    return this.#answer(await this.#send('POST', '/tickets', declaration))
  }

  async read(number: string): Promise<TicketForStaff> {
    return this.#answer(await this.#send('GET', `/tickets/${number}`))
  }

  async queue(group: string): Promise<readonly TicketForStaff[]> {
    const response = await this.#send('GET', `/tickets?view=queue&limit=100&group=${group}`)
    return (await this.#answer<{ items: TicketForStaff[] }>(response)).items
  }

  /** Oldest first. */
  async timeline(number: string): Promise<readonly Entry[]> {
    const response = await this.#send('GET', `/tickets/${number}/timeline?limit=100`)
    return (await this.#answer<{ items: Entry[] }>(response)).items.toReversed()
  }

  /** Does `act` on the ticket as it is now. @throws Error with the problem when refused */
  async does(act: string, number: string, body: object = {}): Promise<TicketForStaff> {
    return this.#answer(await this.#try(act, number, body))
  }

  /** The problem the desk answers with. @throws Error when it lets the act pass */
  async isRefused(act: string, number: string, body: object = {}): Promise<ProblemBody> {
    const response = await this.#try(act, number, body)
    if (response.ok) throw new Error(`${act} on ${number} was not refused`)
    return (await response.json()) as ProblemBody
  }

  async #try(act: string, number: string, body: object): Promise<Response> {
    const { version } = await this.read(number)
    return this.#send('POST', `/tickets/${number}/${act}`, body, act === 'comment' ? undefined : version)
  }

  expectMail(pattern: RegExp): Promise<DeliveredMail> {
    return this.#letterbox.expect(this.email, pattern)
  }
}
