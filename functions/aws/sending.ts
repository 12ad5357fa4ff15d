import { sesMailer } from './ses-mailer.ts'
import { snsTextMessages } from './sns-text-messages.ts'
import { ssmSecret } from './ssm-secret.ts'

/** What it takes to send a notice: its channels, and the key that signs its links. */
export const SENDING = { mailer: sesMailer, textMessages: snsTextMessages, secret: ssmSecret }
