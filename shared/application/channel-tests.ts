import {
  type ChannelTest,
  type ChannelTestCommand,
  type ChannelTestEvent,
  type ChannelTests,
  channelTestDecider,
} from '../domain/notice/channel-test.ts'
import { letterHtml } from '../domain/notice/rendering/letter-html.ts'
import { letterText } from '../domain/notice/rendering/letter-text.ts'
import {
  type Tested,
  testChatText,
  testLetter,
  testSpokenText,
  testTextMessage,
} from '../domain/notice/rendering/test-message.ts'
import { DESK } from '../domain/people/actor.ts'
import type { Person } from '../domain/people/person.ts'
import type { Context, RecordKey } from '../domain/record.ts'
import { refuse } from '../domain/refusal.ts'
import { zoneOf } from '../domain/setting/desk.ts'
import { suppressionOf } from './address-record.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { ownMail } from './own-mail.ts'
import type { RecordType } from './record-type.ts'
import { Busy, waitForTextTurn, waitForTurn } from './sending-turns.ts'

export const channelTestKey = (personId: string): RecordKey => ({ kind: 'channel-test', id: personId })

export const channelTestRecord: RecordType<ChannelTests, ChannelTestCommand, ChannelTestEvent, Context> = {
  kind: 'channel-test',
  decider: channelTestDecider,
  context: (base) => Promise.resolve(base),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: () => ({ places: {}, summary: null }),
}

const mail = async (deps: Deps, id: string, address: string, tested: Tested): Promise<void> => {
  const suppression = await suppressionOf(deps, address)
  if (suppression) refuse('invalid', 'channel-refused', `${suppression.reason}: ${suppression.detail}`)
  const letter = testLetter(tested)
  const { subject } = letter
  const content = { subject, text: letterText(letter), html: letterHtml(letter, tested.to.language) }
  await deps.mailer.send(ownMail(deps.identity, { id, to: { name: tested.to.name, address }, ...content }))
}

const post = async (deps: Deps, id: string, chat: string, tested: Tested): Promise<void> => {
  const channel = (await deps.settings.desk()).chatChannels.get(chat)
  if (!channel) return refuse('invalid', 'channel-refused', 'There is no such chat channel any more.')
  await waitForTurn(deps, channel, { isUrgent: false })
  await deps.chat.post(channel, { id, ...testChatText(tested) })
}

const send = async (deps: Deps, { id, route }: ChannelTest, tested: Tested): Promise<unknown> => {
  const { channel, address } = route
  const sendingId = `channel-test.${id}`
  switch (channel) {
    case 'email':
      return mail(deps, sendingId, address, tested)
    case 'sms':
      await waitForTextTurn(deps, { isUrgent: false })
      return deps.textMessages.send({ id: sendingId, to: address, text: testTextMessage(tested) })
    case 'voice': {
      const { language } = tested.to
      return deps.voiceCalls.call({ id: sendingId, to: address, text: testSpokenText(tested), language })
    }
    case 'chat':
      return post(deps, sendingId, address, tested)
  }
}

const LONGEST_DETAIL = 500

/** Never throws: what goes wrong is what a test is for. */
const outcomeOf = async (deps: Deps, test: ChannelTest, to: Person) => {
  const { name, publicUrl } = deps.identity
  const timeZone = zoneOf(await deps.settings.desk())
  try {
    await send(deps, test, { to, at: test.askedAt, timeZone, deskName: name, url: `${publicUrl}/my-notices` })
    return { outcome: 'sent', detail: null } as const
  } catch (error) {
    const detail =
      error instanceof Busy
        ? 'No more messages go this way within this minute.'
        : String((error as Error).message ?? error)
    return { outcome: 'failed', detail: detail.slice(0, LONGEST_DETAIL) } as const
  }
}

/**
 * NOT-2: sends a test that has been asked for, and notes what came of it. A second delivery finds it noted; a process that dies
 * in between sends the same message again, under the same id.
 */
export const sendChannelTest = async (deps: Deps, key: RecordKey, event: ChannelTestEvent): Promise<void> => {
  if (event.type !== 'channel-test-asked') return
  const kept = (await deps.store.load<ChannelTests>(key))?.state
  const test = kept?.tests.find(({ id }) => id === event.id)
  const to = test?.outcome === 'under-way' ? await deps.settings.person(key.id) : null
  if (!test || !to) return
  const command = { type: 'note', id: test.id, ...(await outcomeOf(deps, test, to)) } as const
  await executeOn(deps, channelTestRecord, key, command, DESK)
}
