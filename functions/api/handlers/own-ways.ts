import { channelTestKey, channelTestRecord } from '../../../shared/application/channel-tests.ts'
import type { Deps } from '../../../shared/application/deps.ts'
import { executeOn } from '../../../shared/application/execute.ts'
import type { HistoryLine } from '../../../shared/application/ports.ts'
import { personKey, setOwnWays } from '../../../shared/application/setting-record.ts'
import type { OwnWaysView, ownWaysEndpoints } from '../../../shared/contract/own-ways-endpoints.ts'
import type { ChannelTest, ChannelTests } from '../../../shared/domain/notice/channel-test.ts'
import { type OpenChannel, openChannels, wayProblems } from '../../../shared/domain/notice/own-ways.ts'
import { routeBy } from '../../../shared/domain/notice/routes.ts'
import { DEFAULT_CHANNELS } from '../../../shared/domain/people/person.ts'
import type { PersonRecord } from '../../../shared/domain/people/person-decider.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Desk } from '../../../shared/domain/setting/desk.ts'
import { HttpProblem } from '../http-problem.ts'
import type { Call, Handler } from '../route.ts'
import { changeOf } from '../views/change-view.ts'
import { tellingChanges } from './telling-changes.ts'

type OwnWays = typeof ownWaysEndpoints

/** Lines of history shown. */
const SHOWN = 10

const NOT_KNOWN = 'The directory does not know you yet; ask an administrator to add you.'

const testView = ({ route, ...test }: ChannelTest) => ({ ...test, ...route })

const openView = ({ channel, address }: OpenChannel, { chatChannels }: Desk) => {
  const chat = channel.startsWith('chat:') ? chatChannels.get(channel.slice('chat:'.length)) : undefined
  return { channel, address, name: chat?.name ?? null, provider: chat?.provider ?? null }
}

const aroundOf = async ({ settings, identity }: Deps) => ({
  desk: await settings.desk(),
  deskAddress: identity.address,
})

/** As it is in the table: whoever has just changed it sees it, whatever is cached. */
const ownWaysOf = async (deps: Deps, id: string): Promise<OwnWaysView> => {
  const [{ record, history }, tests, around] = await Promise.all([
    deps.store.loadWithHistory<PersonRecord>(personKey(id), { limit: SHOWN }),
    deps.store.load<ChannelTests>(channelTestKey(id)),
    aroundOf(deps),
  ])
  if (!record) return refuse('not-found', 'not-in-directory', NOT_KNOWN)
  const { email, language, phone, mobile, channels = DEFAULT_CHANNELS } = record.state
  return {
    email,
    language,
    phone,
    mobile,
    channels: [...channels],
    open: openChannels(record.state, around).map((each) => openView(each, around.desk)),
    tests: (tests?.state.tests ?? []).map(testView),
    changes: history.items.map((line: HistoryLine) => changeOf(line)),
    version: record.version,
  }
}

const getOwnChannels: Handler<OwnWays['getOwnChannels']> = async ({ deps, caller }) => {
  const body = await ownWaysOf(deps, caller.actor.id)
  return { body, version: body.version }
}

const checkWays = async ({ deps, caller, body }: Call<OwnWays['setOwnChannels']>): Promise<void> => {
  if (!caller.person) return refuse('not-found', 'not-in-directory', NOT_KNOWN)
  const problems = wayProblems(caller.person, body, await aroundOf(deps))
  if (problems.length === 0) return
  const detail = problems.map(({ field, message }) => `${field}: ${message}`).join('; ')
  throw new HttpProblem(
    422,
    'validation-failed',
    detail,
    problems.map((problem) => ({ in: 'body', ...problem })),
  )
}

const setOwnChannels: Handler<OwnWays['setOwnChannels']> = async (call) => {
  const { deps, caller, body, expectedVersion, idempotency } = call
  await checkWays(call)
  const { id } = caller.actor
  await tellingChanges(
    call,
    personKey(id),
    (lines) => lines.map(changeOf),
    () => setOwnWays(deps, id, body, caller.actor, { expectedVersion, idempotency }),
  )
  const now = await ownWaysOf(deps, id)
  return { body: now, version: now.version }
}

const testOwnChannel: Handler<OwnWays['testOwnChannel']> = async ({ deps, caller, body, idempotency }) => {
  const { id } = caller.actor
  const stored = await deps.store.load<PersonRecord>(personKey(id))
  if (!stored) return refuse('not-found', 'not-in-directory', NOT_KNOWN)
  const around = await aroundOf(deps)
  const isOpen = openChannels(stored.state, around).some(({ channel }) => channel === body.channel)
  const route = isOpen ? routeBy(body.channel, stored.state, around) : null
  if (!route) return refuse('invalid', 'leads-nowhere', 'This channel leads nowhere for you; add what it needs first.')
  const command = { type: 'ask', personId: id, route } as const
  const { state } = await executeOn(deps, channelTestRecord, channelTestKey(id), command, caller.actor, { idempotency })
  const [asked] = state.tests
  return asked ? { body: testView(asked) } : refuse('not-found', 'unknown-record', 'There is no such test.')
}

export const ownWaysHandlers: { readonly [Operation in keyof OwnWays]: Handler<OwnWays[Operation]> } = {
  getOwnChannels,
  setOwnChannels,
  testOwnChannel,
}
