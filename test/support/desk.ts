import { createTransport } from 'nodemailer'
import { alarmStateChange, demoAlarms } from '../../local/alarm-tags.ts'
import type { DeliveredMail } from '../../local/mailbox.ts'
import { Colleague } from './colleague.ts'
import { Letterbox } from './letterbox.ts'

/** Who plays which part in the stories; all of them live in the demo data. */
export const CAST = {
  requester: 'anna',
  'chinese requester': 'lin',
  vip: 'victor',
  agent: 'grace',
  'chinese agent': 'wei',
  'desk manager': 'diana',
  engineer: 'xia',
  lead: 'leo',
  'network lead': 'noor',
  'network engineer': 'hao',
  'second line': 'petra',
  'second line colleague': 'yang',
  'incident manager': 'ivan',
  'project manager': 'paula',
  'network project manager': 'peng',
  management: 'martin',
  administrator: 'ada',
} as const

export type Part = keyof typeof CAST

type Duration = {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

const secondsOf = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration): number =>
  ((days * 24 + hours) * 60 + minutes) * 60 + seconds

type MailToDesk = {
  readonly from: string
  readonly subject: string
  readonly text: string
  /** Default: the desk's own address. */
  readonly to?: string
  readonly answers?: DeliveredMail
  readonly messageId?: string
  /** Of the mail itself, which is the same however often it is sent. */
  readonly date?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly html?: string
  readonly attachments?: { readonly filename: string; readonly content: string }[]
}

type Address = { readonly url: string; readonly smtpPort: number; readonly address: string }

/** A running desk seen from outside: by HTTP, SMTP and its mailbox, as a script on the same machine would. */
export class DeskDriver {
  readonly letterbox = new Letterbox(() => this.mailbox())
  #at: Address | null

  constructor(at: Address | null = null) {
    this.#at = at
  }

  /** Also after a restart: the same desk somewhere else. */
  connect(at: Address): void {
    this.#at = at
  }

  get #running(): Address {
    if (this.#at === null) throw new Error('the desk is not running yet')
    return this.#at
  }

  get url(): string {
    return this.#running.url
  }

  get smtpPort(): number {
    return this.#running.smtpPort
  }

  async post<Answer>(path: string, body: object): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${response.status} from ${path}: ${await response.text()}`)
    return (await response.json()) as Answer
  }

  /** Newest first, once everything that was to be sent has been. */
  async mailbox(): Promise<readonly DeliveredMail[]> {
    await this.settled()
    return (await fetch(`${this.url}/local/mailbox`)).json() as Promise<DeliveredMail[]>
  }

  async as(part: Part): Promise<Colleague> {
    const person = CAST[part]
    const { access_token: token } = await this.post<{ access_token: string }>('/local/token', { person })
    return new Colleague({
      api: `${this.url}/api/v1`,
      token,
      email: `${person}@harbour.example`,
      letterbox: this.letterbox,
    })
  }

  /** Everything that falls due on the way is done when this returns. */
  async fastForward(duration: Duration): Promise<void> {
    await this.post('/local/clock', { advanceSeconds: secondsOf(duration) })
  }

  async now(): Promise<string> {
    const clock = (await (await fetch(`${this.url}/local/clock`)).json()) as { now: string }
    return clock.now
  }

  async settled(): Promise<void> {
    await this.post('/local/idle', {})
  }

  /** Sends a mail by SMTP; when this returns the desk has dealt with it. */
  async mail(mail: MailToDesk): Promise<void> {
    await this.sendMail(mail)
    await this.settled()
  }

  /** Returns as soon as the desk has acknowledged the mail. */
  async sendMail({ answers, to, ...mail }: MailToDesk): Promise<void> {
    const transport = createTransport({
      host: '127.0.0.1',
      port: this.#running.smtpPort,
      secure: false,
      ignoreTLS: true,
    })
    await transport.sendMail({
      ...mail,
      to: to ?? answers?.headers['Reply-To'] ?? this.#running.address,
      ...(answers && { inReplyTo: answers.headers['Message-ID'], references: answers.headers['Message-ID'] }),
    })
  }

  /** Rings or clears an alarm as CloudWatch would, now by the desk's clock; one without a sample has no tags. */
  async alarm(name: string, state: 'ALARM' | 'OK', eventId: string = crypto.randomUUID()): Promise<void> {
    const [first] = demoAlarms
    const alarm =
      demoAlarms.find((each) => each.name === name) ?? (first && { ...first, name, dimensions: {}, tags: {} })
    if (alarm) await this.post('/local/events', alarmStateChange(alarm, state, await this.now(), eventId))
  }
}
