import { defaultPolicy } from '../../shared/application/defaults/default-policy.ts'
import { defaultSettings, type NamedSetting } from '../../shared/application/defaults/default-settings.ts'
import { putMissingSettings } from '../../shared/application/defaults/put-missing-settings.ts'
import type { Deps } from '../../shared/application/deps.ts'
import { noticeKey } from '../../shared/application/notice-record.ts'
import { deliverNotice, planNotices, reactToNotice } from '../../shared/application/notices.ts'
import {
  type Chat,
  type Commit,
  DUE_SHARDS,
  type HistoryLine,
  type OutgoingMail,
  type Store,
  type VoiceCalls,
} from '../../shared/application/ports.ts'
import { putPerson } from '../../shared/application/setting-record.ts'
import { createSettings } from '../../shared/application/settings-cache.ts'
import { ticketKey } from '../../shared/application/ticket-record.ts'
import { openTicket, type TicketResult, ticketAct } from '../../shared/application/tickets.ts'
import { plus } from '../../shared/domain/instant.ts'
import { DEFAULT_BURSTS } from '../../shared/domain/notice/bursts.ts'
import type { NoticeEvent } from '../../shared/domain/notice/event.ts'
import type { Notice } from '../../shared/domain/notice/notice.ts'
import { type Actor, DESK } from '../../shared/domain/people/actor.ts'
import type { Person } from '../../shared/domain/people/person.ts'
import type { RecordedEvent } from '../../shared/domain/record.ts'
import type { Policy } from '../../shared/domain/setting/policy.ts'
import type { TicketCommand } from '../../shared/domain/ticket/command.ts'
import type { TicketEvent } from '../../shared/domain/ticket/event.ts'
import { createStore } from '../../shared/persistence/store.ts'
import { recorded, staff, zhang } from '../domain/notice/desk-at-work.ts'
import { testTable } from '../support/dynamodb.ts'

/** Monday, 2 March 2026, 09:00 in Shanghai. */
const MONDAY_9 = '2026-03-02T01:00:00.000Z'

/** Priority 3 escalates late, so that a ticket's first notices are those a test is about. */
const { escalation } = defaultPolicy
const latePolicy: Policy = {
  ...defaultPolicy,
  notices: { ...defaultPolicy.notices, bursts: { ...DEFAULT_BURSTS, above: { clock: 3, people: 3 } } },
  escalation: { ...escalation, matrix: { ...escalation.matrix, 3: [{ after: { workingDays: 2 }, level: 'PM' }] } },
}

const SETTINGS: readonly NamedSetting[] = [
  ...defaultSettings.filter(({ kind }) => kind !== 'policy'),
  { kind: 'policy', id: 'default', value: latePolicy },
  {
    kind: 'group',
    id: 'network',
    value: { id: 'network', name: { en: 'Network', 'zh-CN': '网络组' }, line: 1, lead: 'wang' },
  },
  {
    kind: 'category',
    id: 'vpn',
    value: { id: 'vpn', name: { en: 'VPN', 'zh-CN': '虚拟专网' }, group: 'network', secondLineGroup: null },
  },
]

const actorOf = ({ id, name, email, roles, groups, department }: Person): Actor => ({
  kind: 'person',
  id,
  name,
  email,
  roles,
  groups,
  department,
})

export const agent = actorOf(staff.li)
export const engineer = actorOf(staff.wang)

/** What goes wrong with the next message that is sent; nothing when the list is empty. */
export type Fault =
  | { readonly kind: 'throttled' }
  | { readonly kind: 'refused'; readonly error: Error }
  /** The process ends after the message has left. */
  | { readonly kind: 'died-after-sending' }

const THROTTLED = new Error('Maximum sending rate exceeded.')

/** The end of a process: nothing of it is written, not even its failure. */
class Death extends Error {}

/** What all processes of a desk have in common: the table, the time, and what has left it. */
class World {
  readonly mails: OutgoingMail[] = []
  readonly texts: { readonly id: string; readonly to: string; readonly text: string }[] = []
  readonly posts: ({ readonly channel: string } & Parameters<Chat['post']>[1])[] = []
  readonly calls: Parameters<VoiceCalls['call']>[0][] = []
  readonly faults: Fault[] = []
  readonly stream: RecordedEvent[] = []
  readonly store: Store
  readonly time: { now: string }
  ids = 0
  /** Tests share a table and a Monday morning, but not how much anybody was told in it. */
  test = 0

  constructor(store: Store, time: { now: string }) {
    this.store = store
    this.time = time
  }
}

/** A desk whose stream is delivered by hand: as often, as late and in whatever order a test wants. */
export class NoticeDesk {
  readonly deps: Deps
  readonly mails: World['mails']
  readonly texts: World['texts']
  readonly posts: World['posts']
  readonly calls: World['calls']
  readonly faults: World['faults']
  /** Everything written so far, as the stream has it. */
  readonly stream: World['stream']
  /** No mail leaves while it is; other channels do. */
  mailIsThrottled = false
  readonly #world: World
  #dying = false

  private constructor(world: World) {
    this.#world = world
    const { store, time } = world
    this.mails = world.mails
    this.texts = world.texts
    this.posts = world.posts
    this.calls = world.calls
    this.faults = world.faults
    this.stream = world.stream
    const clock = { now: () => time.now }
    const observed = this.#observed(store)
    this.deps = {
      store: observed,
      settings: createSettings({ store: observed, clock }),
      clock,
      newId: () => this.#newId(),
      wakeUps: { schedule: async () => undefined },
      procedures: { follow: async () => undefined },
      machine: { start: async () => 'running', answer: async () => undefined },
      mailer: {
        send: async (mail) => {
          if (this.mailIsThrottled) throw THROTTLED
          return this.#send(mail.id, () => this.mails.push(mail))
        },
      },
      textMessages: { send: (text) => this.#send(text.id, () => this.texts.push(text)) },
      chat: { post: ({ id: channel }, text) => this.#send(text.id, () => this.posts.push({ channel, ...text })) },
      voiceCalls: { call: (call) => this.#send(call.id, () => this.calls.push(call)) },
      files: {
        put: async () => undefined,
        get: async () => null,
        uploadUrl: () => Promise.reject(new Error('no notice uploads')),
        uploadsAt: async () => '',
        release: () => Promise.reject(new Error('no notice lets files go')),
      },
      alarmTags: { tagsOf: async () => ({}) },
      bus: { publish: async () => undefined },
      log: { info: () => undefined, error: () => undefined },
      metrics: { note: () => undefined },
      identity: {
        name: 'IT 服务台',
        address: 'desk@desk.example.com',
        publicUrl: 'https://desk.example.com',
        trustedAuthservId: null,
        languages: ['en', 'zh-CN'],
      },
      secret: async () => new Uint8Array(32).fill(7),
    }
  }

  static async open(): Promise<NoticeDesk> {
    const time = { now: MONDAY_9 }
    const store = createStore({ ...(await testTable()), clock: { now: () => time.now } })
    const desk = new NoticeDesk(new World(store, time))
    await putMissingSettings(desk.deps, SETTINGS)
    for (const person of [...Object.values(staff), zhang]) await putPerson(desk.deps, person, DESK)
    return desk
  }

  /** Nothing sent, nothing written, Monday morning again; the tickets there are stay. */
  startOver(): void {
    this.#world.time.now = MONDAY_9
    this.#world.test += 1
    this.mailIsThrottled = false
    for (const list of [this.mails, this.texts, this.posts, this.calls, this.faults, this.stream]) list.length = 0
  }

  /** Another process of the same desk, with caches of its own; what it sends and writes is the desk's. */
  sibling(): NoticeDesk {
    return new NoticeDesk(this.#world)
  }

  #newId(): string {
    this.#world.ids += 1
    return `id-${this.#world.ids}`
  }

  waitMinutes(minutes: number): void {
    this.#world.time.now = plus(this.#world.time.now, minutes * 60_000)
  }

  #observed(store: Store): Store {
    return {
      ...store,
      count: (name, expiresAt) => store.count(this.#ofTest({ name }).name, expiresAt),
      alias: (name) => store.alias(this.#ofTest({ name }).name),
      commit: async (commit: Commit) => {
        if (this.#dying) {
          this.#dying = false
          throw new Death('the process ends here')
        }
        const outcome = await store.commit({ ...commit, aliases: commit.aliases.map((alias) => this.#ofTest(alias)) })
        if (outcome.kind === 'done') this.stream.push(...commit.events)
        return outcome
      },
    }
  }

  #ofTest<Named extends { readonly name: string }>(named: Named): Named {
    return /^(told|gathering|sms)#/.test(named.name) ? { ...named, name: `${named.name}#${this.#world.test}` } : named
  }

  async #send(id: string, leave: () => void): Promise<{ messageId: string }> {
    const fault = this.faults.shift()
    if (fault?.kind === 'throttled') throw THROTTLED
    if (fault?.kind === 'refused') throw fault.error
    leave()
    this.#dying = fault?.kind === 'died-after-sending'
    return { messageId: `<${id}@eu-west-1.amazonses.com>` }
  }

  /** One delivery of one line of the stream; a process that dies in it is delivered the line again later. */
  deliver(line: RecordedEvent): Promise<void> {
    return this.#attempt(async () => {
      if (line.record.kind === 'ticket') await planNotices(this.deps, line as RecordedEvent<TicketEvent>)
      if (line.record.kind === 'notice') await reactToNotice(this.deps, line.record, line.event as NoticeEvent)
    })
  }

  async #attempt(go: () => Promise<void>): Promise<void> {
    try {
      await go()
    } catch (error) {
      if (!(error instanceof Death)) throw error
    }
  }

  /** Lets time pass a minute at a time: what becomes due is woken, and what follows from it is delivered. */
  async pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.waitMinutes(1)
      const written = this.stream.length
      await this.wake()
      await this.settle(written)
    }
  }

  /** Delivers everything that was written, and what follows from that, once and in order. */
  async settle(from = 0): Promise<void> {
    for (let at = from; at < this.stream.length; at += 1) {
      const line = this.stream[at]
      if (line) await this.deliver(line)
    }
  }

  /** Wakes every notice that is due, as the timers or the sweep do. */
  async wake(): Promise<void> {
    for (let shard = 0; shard < DUE_SHARDS; shard += 1) {
      for (const { key } of await this.deps.store.due(shard, this.#world.time.now, 100)) {
        if (key.kind === 'notice') await this.#attempt(() => deliverNotice(this.deps, key))
      }
    }
  }

  async opened(changes: Partial<Parameters<typeof openTicket>[1]> = {}, actor = actorOf(zhang)): Promise<string> {
    const { requester, title, description } = recorded
    const declaration = { type: 'submit', title, description, channel: 'portal', requester, acknowledge: true } as const
    const { ticket } = await openTicket(this.deps, { ...declaration, ...changes }, actor)
    return ticket.number
  }

  act(
    number: string,
    command: Exclude<TicketCommand, { readonly type: 'submit' | 'record' }>,
    actor: Actor,
  ): Promise<TicketResult> {
    return ticketAct(this.deps, number, command, actor)
  }

  async notice(id: string): Promise<Notice | null> {
    return (await this.deps.store.load<Notice>(noticeKey(id)))?.state ?? null
  }

  /** What the ticket's history says of notices, oldest first. */
  async history(number: string): Promise<readonly HistoryLine['event'][]> {
    const { history } = await this.deps.store.loadWithHistory(ticketKey(number), { limit: 100 })
    return history.items
      .map(({ event }) => event)
      .filter(({ type }) => /^(notice|call)-/.test(type))
      .reverse()
  }
}
