import type { PlannedNotice } from '../notice.ts'
import { TEXTS } from '../texts/texts.ts'
import { wordingFor } from './letter.ts'
import { cut, oneLine } from './safe-text.ts'

/** One text message: 160 characters of the GSM alphabet (3GPP TS 23.038), 70 of any other. */
const GSM_LENGTH = 160
const UCS2_LENGTH = 70

const GSM_ALPHABET = /^[A-Za-z0-9 \n\r@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà]*$/

/** The wording, and as much of the title as one text message still holds. The wording of every template fits by itself. */
export const textMessageFor = (told: Pick<PlannedNotice, 'recipient' | 'message' | 'ticket'>): string => {
  const { sms } = wordingFor(told)
  const { colon } = TEXTS[told.recipient.language].words
  const whole = `${sms}${colon.endsWith(' ') ? ' ' : ''}${oneLine(told.ticket.title)}`
  if (GSM_ALPHABET.test(whole)) return cut(whole, GSM_LENGTH, '...')
  return sms.length < UCS2_LENGTH ? cut(whole, UCS2_LENGTH) : sms
}
