import { randomUUID } from 'node:crypto'
import { webhookChat } from '../functions/chat/webhook-chat.ts'
import type { Deps, DeskIdentity } from '../shared/application/deps.ts'
import type { Log, Mailer, Store } from '../shared/application/ports.ts'
import { createSettings } from '../shared/application/settings-cache.ts'
import { demoAlarmTags } from './alarm-tags.ts'
import { chatPath, LOCAL_CHAT_SECRET } from './chat-recorder.ts'
import type { DemoClock } from './clock.ts'
import { shelvedFiles } from './files.ts'
import { keptKey } from './keys.ts'
import type { Outbox } from './outbox.ts'
import type { LocalMachine } from './procedure-machine.ts'
import type { Shelves } from './shelves.ts'
import { type DeliveredText, outboxTextMessages } from './text-messages.ts'
import type { Uploads } from './uploads.ts'
import { type MadeCall, outboxVoiceCalls } from './voice-calls.ts'

/** The demo customer's desk; on this machine every mail is from whom it says, so no server's verdict is needed. */
export const identityAt = (publicUrl: string): DeskIdentity => ({
  name: 'Firstline',
  address: 'desk@firstline.example',
  publicUrl,
  trustedAuthservId: null,
  languages: ['en', 'zh-CN'],
})

/** What the functions work with on one machine. Wake-ups need no schedule: what is due is looked for every second. */
export const localDeps = async (parts: {
  readonly store: Store
  readonly clock: DemoClock
  readonly shelves: Shelves
  readonly uploads: Uploads
  readonly mailer: Mailer
  readonly texts: Outbox<DeliveredText>
  readonly calls: Outbox<MadeCall>
  readonly machine: LocalMachine
  readonly identity: DeskIdentity
  readonly log: Log
}): Promise<Deps> => {
  const { store, clock, shelves, uploads, mailer, texts, calls, machine, identity, log } = parts
  const secret = await keptKey(shelves.state, 'link-key')
  return {
    store,
    settings: createSettings({ store, clock }),
    clock,
    newId: randomUUID,
    wakeUps: { schedule: async () => undefined },
    procedures: { follow: machine.follow },
    machine,
    mailer,
    textMessages: outboxTextMessages(texts, clock),
    chat: webhookChat({
      clock,
      ownOrigin: identity.publicUrl,
      webhookOf: async ({ id, provider }) => ({
        url: `${identity.publicUrl}${chatPath(provider)}?key=${encodeURIComponent(id)}`,
        secret: LOCAL_CHAT_SECRET,
      }),
    }),
    voiceCalls: outboxVoiceCalls(calls, clock),
    files: shelvedFiles(shelves.files, uploads),
    alarmTags: demoAlarmTags,
    bus: { publish: async () => undefined },
    log,
    metrics: { note: () => undefined },
    identity,
    secret: async () => secret,
  }
}
