import { connectVoice } from './connect-voice.ts'
import { sesMailer } from './ses-mailer.ts'
import { snsTextMessages } from './sns-text-messages.ts'
import { ssmChat } from './ssm-chat.ts'
import { ssmSecret } from './ssm-secret.ts'

/** What it takes to send a notice: its channels, and the key that signs its links. */
export const SENDING = {
  mailer: sesMailer,
  textMessages: snsTextMessages,
  chat: ssmChat,
  voiceCalls: connectVoice,
  secret: ssmSecret,
}
