import type { NamedSetting } from '../../shared/application/defaults/default-settings.ts'
import { putMissingSettings } from '../../shared/application/defaults/put-missing-settings.ts'
import type { Deps } from '../../shared/application/deps.ts'
import {
  type Commit,
  DUE_SHARDS,
  type HistoryLine,
  type Machine,
  type OutgoingMail,
  type Position,
  type Store,
  type StreamChange,
} from '../../shared/application/ports.ts'
import { react } from '../../shared/application/react.ts'
import { putPerson } from '../../shared/application/setting-record.ts'
import { createSettings } from '../../shared/application/settings-cache.ts'
import { ticketKey } from '../../shared/application/ticket-record.ts'
import { openTicket, type TicketResult, ticketAct } from '../../shared/application/tickets.ts'
import { wakeUp } from '../../shared/application/wake-up.ts'
import { type Instant, plus } from '../../shared/domain/instant.ts'
import type { ExecutionId } from '../../shared/domain/major-incident/run.ts'
import { type Actor, DESK } from '../../shared/domain/people/actor.ts'
import type { RecordedEvent, RecordKey } from '../../shared/domain/record.ts'
import type { Policy } from '../../shared/domain/setting/policy.ts'
import type { TicketCommand } from '../../shared/domain/ticket/command.ts'
import type { Ticket } from '../../shared/domain/ticket/ticket.ts'
import type { MetricName } from '../../shared/domain/watch/metrics.ts'
import { createStore } from '../../shared/persistence/store.ts'
import type { TableAccess } from '../../shared/persistence/table-access.ts'
import { anna, asActor, declaration, MONDAY_9, personNamed, smallDesk, staff, victor } from './ticket-fixtures.ts'

/** What happens to a call to the outside: it may be let through, fail before it, or lose its answer after it. */
export type Fate = <Answer>(name: string, call: () => Promise<Answer>) => Promise<Answer>

export type Act = Exclude<TicketCommand, { readonly type: 'submit' | 'record' }>

export const letThrough: Fate = (_, call) => call()

/** Holds the first calls of that name until so many have come: they then race in earnest. */
export const meetingAt = (place: string, parties: number): Fate => {
  const complete = Promise.withResolvers<void>()
  let come = 0
  return async (name, call) => {
    if (name === place && come < parties) {
      come += 1
      if (come === parties) complete.resolve()
      await complete.promise
    }
    return call()
  }
}

const { escalation } = smallDesk.policy.value

/** The default policy, but nobody is told of a priority-3 ticket at once: its first notices are those a test is about. */
export const calmPolicy: Policy = {
  ...smallDesk.policy.value,
  escalation: { ...escalation, matrix: { ...escalation.matrix, 3: escalation.matrix[3].slice(1) } },
}

const SETTINGS = [
  { kind: 'policy', id: 'default', value: calmPolicy },
  { kind: 'codes', id: 'default', value: smallDesk.codes },
  ...[...smallDesk.calendars.values()].map(({ value }) => ({ kind: 'calendar', id: value.id, value }) as const),
  ...[...smallDesk.categories.values()].map((value) => ({ kind: 'category', id: value.id, value }) as const),
  ...[...smallDesk.services.values()].map((value) => ({ kind: 'service', id: value.id, value }) as const),
  ...[...smallDesk.groups.values()].map((value) => ({ kind: 'group', id: value.id, value }) as const),
] as const satisfies readonly NamedSetting[]

/**
 * The small desk of the fixtures, on a real table. Its stream is delivered by hand, as often, as late and in whatever
 * order a test wants; `fate` decides what becomes of every call to the outside.
 */
export class DeskOnTable {
  readonly deps: Deps
  readonly mails: OutgoingMail[] = []
  readonly schedules: { readonly key: RecordKey; readonly at: Instant }[] = []
  readonly published: RecordedEvent[] = []
  /** Tickets whose procedure was to be followed. */
  readonly followed: string[] = []
  /** Stands in for Step Functions; a test brings its own. */
  machine: Machine = { start: async () => 'running', answer: async () => undefined }
  readonly files = new Map<string, Uint8Array>()
  readonly errors: unknown[] = []
  /** What was noted of the desk itself. */
  readonly figures: { readonly name: MetricName; readonly value: number }[] = []
  /** Everything written so far, as the stream has it. */
  readonly stream: StreamChange[] = []
  readonly tags: Record<string, Record<string, string>> = {}
  fate: Fate = letThrough
  #now: Instant = MONDAY_9
  #ids = 0
  readonly #wakeAts = new Map<string, Instant | null>()

  constructor(access: Pick<TableAccess, 'client' | 'tableName'>, trustedAuthservId: string | null = null) {
    const clock = { now: () => this.#now }
    const plain = createStore({ ...access, clock, sleep: async () => undefined, random: () => 0 })
    const store = this.#guarded('store', this.#observed(plain))
    this.deps = {
      store,
      settings: createSettings({ store, clock }),
      clock,
      newId: () => `id-${++this.#ids}`,
      wakeUps: this.#guarded('wakeUps', { schedule: async (key, at) => void this.schedules.push({ key, at }) }),
      procedures: this.#guarded('procedures', { follow: async (number: string) => void this.followed.push(number) }),
      machine: this.#guarded('machine', {
        start: (execution: ExecutionId) => this.machine.start(execution),
        answer: (token: string, position: Position) => this.machine.answer(token, position),
      }),
      mailer: this.#guarded('mailer', { send: (mail: OutgoingMail) => this.#send(mail) }),
      chat: this.#guarded('chat', { post: async (_, { id }) => ({ messageId: id }) }),
      voiceCalls: this.#guarded('voiceCalls', { call: async ({ id }) => ({ messageId: id }) }),
      textMessages: this.#guarded('textMessages', { send: async ({ id }) => ({ messageId: id }) }),
      files: this.#guarded('files', {
        put: async (key: string, content: Uint8Array) => void this.files.set(key, content),
        get: async (key: string) => this.files.get(key) ?? null,
        uploadUrl: async (key: string) => ({ url: `https://files.test/${key}`, headers: {} }),
        uploadsAt: async () => 'https://files.test/',
        release: async (key: string) => void this.files.delete(key),
      }),
      alarmTags: this.#guarded('alarmTags', { tagsOf: async (arn: string) => this.tags[arn] ?? {} }),
      bus: this.#guarded('bus', {
        publish: async (events: readonly RecordedEvent[]) => void this.published.push(...events),
      }),
      log: { info: () => undefined, error: (_, error) => void this.errors.push(error) },
      metrics: { note: (name, value) => void this.figures.push({ name, value }) },
      identity: {
        name: 'Desk',
        address: 'desk@desk.test',
        publicUrl: 'https://desk.test',
        trustedAuthservId,
        languages: ['en', 'zh-CN'],
      },
      secret: async () => new Uint8Array(32).fill(7),
    }
  }

  /** Sets up the settings and the people of the fixtures. */
  async open(): Promise<this> {
    await putMissingSettings(this.deps, SETTINGS)
    await Promise.all([...staff, anna, victor].map((person) => putPerson(this.deps, person, DESK)))
    this.stream.length = 0
    return this
  }

  #guarded<Port extends object>(room: string, port: Port): Port {
    const calls = Object.entries(port).map(([name, call]) => [
      name,
      (...args: readonly unknown[]) => this.fate(`${room}.${name}`, () => call(...args)),
    ])
    return Object.fromEntries(calls) as Port
  }

  #observed(store: Store): Store {
    return {
      ...store,
      commit: async (commit: Commit) => {
        const outcome = await store.commit(commit)
        if (outcome.kind === 'done') this.#streamed(commit)
        return outcome
      },
    }
  }

  #streamed({ key, wakeAt, events }: Commit): void {
    const name = `${key.kind} ${key.id}`
    if (wakeAt !== null && wakeAt !== this.#wakeAts.get(name)) this.stream.push({ kind: 'wake-up', key, wakeAt })
    this.#wakeAts.set(name, wakeAt)
    this.stream.push(...events.map((line) => ({ kind: 'event', line }) as const))
  }

  async #send(mail: OutgoingMail): Promise<{ messageId: string }> {
    this.mails.push(mail)
    return { messageId: `<${mail.id}@mail.test>` }
  }

  now(): Instant {
    return this.#now
  }

  moveTo(instant: Instant): void {
    this.#now = instant
  }

  waitMinutes(minutes: number): void {
    this.moveTo(plus(this.#now, minutes * 60_000))
  }

  /** Anna's ticket of priority 4, typed in by grace: nothing is due before half an hour. */
  async opened(more: Partial<Parameters<typeof openTicket>[1]> = {}): Promise<string> {
    const { number: _, ...said } = declaration
    const grade = { impact: 'minor', urgency: 'low' } as const
    const recorded = { type: 'record', ...said, channel: 'hotline', category: 'vpn', ...grade, ...more } as const
    return (await openTicket(this.deps, recorded, asActor(personNamed('grace')))).ticket.number
  }

  act(who: string | Actor, number: string, command: Act): Promise<TicketResult> {
    return ticketAct(this.deps, number, command, typeof who === 'string' ? asActor(personNamed(who)) : who)
  }

  async ticket(number: string): Promise<Ticket> {
    const stored = await this.deps.store.load<Ticket>(ticketKey(number))
    if (!stored) throw new Error(`there is no ${number}`)
    return stored.state
  }

  /** Oldest first. */
  async history(number: string): Promise<readonly HistoryLine[]> {
    const { history } = await this.deps.store.loadWithHistory(ticketKey(number), { limit: 200 })
    return history.items.toReversed()
  }

  /** Delivers what was written from position `from` on, and what follows from that, once and in order. */
  async settle(from = 0): Promise<void> {
    for (let at = from; at < this.stream.length; at += 1) {
      const change = this.stream[at]
      if (change) await react(this.deps, change)
    }
  }

  /** Everything that wants to be woken by now, as the due index has it. */
  async due(): Promise<readonly RecordKey[]> {
    const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => this.deps.store.due(shard, this.#now, 100))
    return (await Promise.all(shards)).flat().map(({ key }) => key)
  }

  /** As the timers do. */
  async wakeDue(): Promise<void> {
    for (const key of await this.due()) await wakeUp(this.deps, key)
  }
}
