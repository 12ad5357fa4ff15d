import { TEXTS } from '../texts/texts.ts'
import type { Told } from './joint-letter.ts'
import { wordingFor } from './letter.ts'
import { cut, oneLine } from './safe-text.ts'

/** What fits into one text message, and into each part of a longer one (3GPP TS 23.038, 23.040). */
const GSM = { single: 160, part: 153, mark: '...' }
const UCS2 = { single: 70, part: 67, mark: '…' }

const GSM_ALPHABET = /^[A-Za-z0-9 \n\r@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà]*$/

/** Fewer characters of a title than this tell nothing. */
const LEAST_OF_TITLE = 4

/** How long a text may get without another part. */
const lengthOf = (fixed: number, { single, part }: typeof GSM): number =>
  fixed <= single ? single : part * Math.ceil(fixed / part)

/** What it says besides the title: of one matter its own words, of several how many, and that somebody was told before. */
const saidOf = ({ recipient, matters }: Told, timesTold: number): string => {
  const [lead] = matters
  const { together, ladder } = TEXTS[recipient.language].words
  const { number, priority } = lead.ticket
  const said =
    matters.length > 1
      ? together.sms(matters.length, number, priority)
      : wordingFor({ recipient, message: lead.message, ticket: lead.ticket }).sms
  return timesTold > 0 ? ladder.reminder(timesTold) + said : said
}

/**
 * NOT-1, NOT-3: the wording, as much of the title as the text message still holds, and where to acknowledge. Only the title
 * is ever cut; it is left out when it alone would ask for the short alphabet and another part.
 */
export const textMessageFor = (told: Told, link: string | null = null, timesTold = 0): string => {
  const sms = saidOf(told, timesTold)
  const { colon, ladder } = TEXTS[told.recipient.language].words
  const space = colon.endsWith(' ') ? ' ' : ''
  const tail = link === null ? '' : ` ${ladder.acknowledge}${link}`
  const title = oneLine(told.matters[0].ticket.title)
  const fixed = sms.length + space.length + tail.length
  const alphabet = GSM_ALPHABET.test(sms + title + tail) ? GSM : UCS2
  const costsMore = alphabet === UCS2 && fixed >= UCS2.single && GSM_ALPHABET.test(sms + tail)
  const room = costsMore ? 0 : lengthOf(fixed, alphabet) - fixed
  return room < LEAST_OF_TITLE ? sms + tail : sms + space + cut(title, room, alphabet.mark) + tail
}
