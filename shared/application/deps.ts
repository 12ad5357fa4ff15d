import type { Spoken } from '../domain/language.ts'
import type {
  AlarmTags,
  Chat,
  Clock,
  EventBus,
  Files,
  Log,
  Machine,
  Mailer,
  Metrics,
  Procedures,
  Store,
  TextMessages,
  VoiceCalls,
  WakeUps,
} from './ports.ts'
import type { Settings } from './settings.ts'

/** Who the desk is to the outside. */
export type DeskIdentity = {
  readonly name: string
  /** The desk's mail address; replies go to its plus-addresses. */
  readonly address: string
  /** Origin of the pages and the API that links in mails lead to, without a trailing slash. */
  readonly publicUrl: string
  /** The server whose Authentication-Results are believed (INT-6); null where the transport itself is trusted. */
  readonly trustedAuthservId: string | null
  readonly languages: Spoken
}

/** Everything a use case may need from outside; composed once per process, in functions/ or local/. */
export type Deps = {
  readonly store: Store
  readonly settings: Settings
  readonly clock: Clock
  readonly newId: () => string
  readonly wakeUps: WakeUps
  readonly procedures: Procedures
  readonly machine: Machine
  readonly mailer: Mailer
  readonly textMessages: TextMessages
  readonly chat: Chat
  readonly voiceCalls: VoiceCalls
  readonly files: Files
  readonly alarmTags: AlarmTags
  readonly bus: EventBus
  readonly log: Log
  readonly metrics: Metrics
  readonly identity: DeskIdentity
  /** Key for signed reply addresses and links; at least 32 bytes. */
  readonly secret: () => Promise<Uint8Array>
}
