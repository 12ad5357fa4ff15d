import { createHash } from 'node:crypto'
import type { VoiceCalls } from '../../shared/application/ports.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { awsHttp } from './aws-http.ts'
import { optionalEnv } from './env.ts'

type Line = { readonly InstanceId: string; readonly ContactFlowId: string; readonly SourcePhoneNumber: string }

/** What Amazon Connect will say of the same call again. */
const isUseless = (status: number): boolean => status >= 400 && status < 500 && status !== 429

/** Where the stage has a telephone line (infra/telephone.ts); null where it has none. */
const lineOf = (): Line | null => {
  const [InstanceId, ContactFlowId, SourcePhoneNumber] = (optionalEnv('VOICE_LINE') ?? '').split('|')
  return InstanceId && ContactFlowId && SourcePhoneNumber ? { InstanceId, ContactFlowId, SourcePhoneNumber } : null
}

/**
 * Automatic calls by Amazon Connect (NOT-1): its contact flow says `$.Attributes.text` in the language of
 * `$.Attributes.language`. The client token makes the same call once, however often it is asked for.
 */
export const connectVoice = (): VoiceCalls => {
  const line = lineOf()
  return {
    call: async ({ id, to, text, language }) => {
      if (!line) return refuse('invalid', 'channel-refused', 'This desk has no telephone line.')
      const { client, base } = awsHttp('connect')
      const response = await client.fetch(`${base}/contact/outbound-voice`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...line,
          DestinationPhoneNumber: to,
          Attributes: { text, language },
          ClientToken: createHash('sha256').update(id).digest('hex'),
        }),
      })
      const answer = (await response.json()) as { readonly ContactId?: string; readonly Message?: string }
      if (response.ok) return { messageId: answer.ContactId ?? '' }
      if (isUseless(response.status)) refuse('invalid', 'channel-refused', 'Amazon Connect does not call this number.')
      throw new Error(`Amazon Connect answered ${response.status}.`)
    },
  }
}
