import type { Clock, VoiceCalls } from '../shared/application/ports.ts'
import type { Instant } from '../shared/domain/instant.ts'
import type { Outbox } from './outbox.ts'

export type MadeCall = {
  readonly id: string
  readonly at: Instant
  readonly to: string
  readonly text: string
  readonly language: string
}

/** Automatic calls that ring nowhere. */
export const outboxVoiceCalls = (outbox: Outbox<MadeCall>, clock: Clock): VoiceCalls => ({
  call: async (call) => {
    const { id } = await outbox.keep({ ...call, at: clock.now() })
    return { messageId: id }
  },
})
