import { createTransport } from 'nodemailer'
import { alarmEvent } from './alarm-events.ts'
import type { Colleague } from './colleague.ts'
import type { DeskDriver } from './desk.ts'

/** What has been done to a desk, to be compared with what came of it. */
type Done = {
  readonly mails: string[]
  /** Number → title. */
  readonly submitted: Map<string, string>
  readonly commented: string[]
  readonly alarms: string[]
}

type Row = { readonly number: string; readonly title: string }
type Page = { readonly items: readonly Row[]; readonly cursor: string | null }

type Delivered = { readonly to: string; readonly subject: string }

const titleOfMail = (from: string): string => `Mail of ${from}`

/** Everything at once and everything twice, as networks and impatient people do; counted by what people see of it. */
export class MixedLoad {
  readonly #desk: DeskDriver
  readonly #agent: Colleague
  readonly #requester: Colleague
  readonly #done: Done = { mails: [], submitted: new Map(), commented: [], alarms: [] }
  #round = 0
  #openBefore: readonly Row[] = []
  readonly #withdrawn: Row[] = []

  private constructor(desk: DeskDriver, agent: Colleague, requester: Colleague) {
    this.#desk = desk
    this.#agent = agent
    this.#requester = requester
  }

  static async on(desk: DeskDriver): Promise<MixedLoad> {
    return new MixedLoad(desk, await desk.as('agent'), await desk.as('requester'))
  }

  get effects(): number {
    const { mails, submitted, commented, alarms } = this.#done
    return mails.length + submitted.size + commented.length + alarms.length
  }

  /**
   * Four mails, two tickets of the portal, a comment on each and an alarm, all twice and at the same time; then a quarter of
   * an hour passes, and what was open before it is withdrawn, so that a desk that keeps up has no more to do than before.
   */
  async round(): Promise<void> {
    this.#round += 1
    const round = this.#round
    const mails = [1, 2, 3, 4].map((index) => this.#mail(`person-${round}-${index}@example.com`))
    const tickets = [1, 2].map((index) => this.#submitAndComment(`Soaked ${round}.${index}`))
    await Promise.all([...mails, ...tickets, this.#alarm(`soak-${round}`)])
    await this.#desk.fastForward({ minutes: 15 })
    for (const { number } of this.#openBefore) await this.#agent.doesTwice('cancel', number, { reason: 'A soak.' })
    this.#withdrawn.push(...this.#openBefore)
    this.#openBefore = await this.#open()
  }

  async #mail(from: string): Promise<void> {
    const options = { host: '127.0.0.1', port: this.#desk.smtpPort, secure: false, ignoreTLS: true }
    const messageId = `<${from}>`
    const mail = { from, to: 'desk@firstline.example', subject: titleOfMail(from), text: 'It is broken.', messageId }
    const date = new Date(0)
    const send = () => createTransport(options).sendMail({ ...mail, date })
    await Promise.all([send(), send()])
    this.#done.mails.push(from)
  }

  async #submitAndComment(title: string): Promise<void> {
    const key = crypto.randomUUID()
    const open = () => this.#requester.open({ title, description: title, service: 'workplace' }, key)
    const [first, second] = await Promise.all([open(), open()])
    if (first.number !== second.number) throw new Error(`${title} is ${first.number} and ${second.number}`)
    this.#done.submitted.set(first.number, title)
    const again = crypto.randomUUID()
    const comment = () => this.#agent.comments(first.number, `About ${title}`, again)
    await Promise.all([comment(), comment()])
    this.#done.commented.push(first.number)
  }

  async #alarm(name: string): Promise<void> {
    const event = alarmEvent(name, 'ALARM', await this.#desk.now())
    await Promise.all([this.#desk.post('/local/events', event), this.#desk.post('/local/events', event)])
    this.#done.alarms.push(name)
  }

  /** What is lost, doubled or not understood, one line each; empty when everything had its effect exactly once. */
  async faults(): Promise<readonly string[]> {
    const { mails, submitted, commented, alarms } = this.#done
    await this.#desk.settled()
    const letters = (await (await fetch(`${this.#desk.url}/local/mailbox`)).json()) as readonly Delivered[]
    const faults: string[] = []
    const expectOnce = (what: string, count: number): void =>
      void (count === 1 || faults.push(`${what}: ${count} times`))
    for (const from of mails) {
      const acknowledged = letters.filter(({ to, subject }) => to === from && subject.includes('is recorded'))
      expectOnce(`acknowledgement to ${from}`, acknowledged.length)
    }
    for (const number of submitted.keys()) {
      const told = letters.filter(({ to, subject }) => to === this.#requester.email && subject.includes(number))
      if (told.length === 0) faults.push(`nobody was told of ${number}`)
    }
    for (const number of commented) {
      const lines = await this.#agent.timeline(number)
      expectOnce(`comment on ${number}`, lines.filter(({ type }) => type === 'commented').length)
    }
    const titles = [...this.#withdrawn, ...(await this.#open())].map(({ title }) => title)
    const expected = [...mails.map(titleOfMail), ...submitted.values(), ...alarms.map((name) => `Alarm: ${name}`)]
    for (const title of expected) expectOnce(`ticket “${title}”`, titles.filter((each) => each === title).length)
    if (titles.length > expected.length) faults.push(`${titles.length - expected.length} tickets too many`)
    return faults
  }

  async #open(): Promise<readonly Row[]> {
    const rows: Row[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page: Page = await this.#agent.asks(`/tickets?view=open&limit=100${more}`)
      rows.push(...page.items)
      cursor = page.cursor
    }
    return rows
  }
}
