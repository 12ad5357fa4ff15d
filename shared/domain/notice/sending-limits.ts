import { type Instant, instantOf, msOf } from '../instant.ts'
import type { ChatProvider } from '../setting/catalogue.ts'

/** Messages a minute that a provider takes for one chat [NOT-5]; Teams names no number, and slows down above this. */
const PER_MINUTE: Readonly<Record<ChatProvider, number>> = {
  wecom: 20,
  dingtalk: 20,
  feishu: 100,
  slack: 60,
  teams: 60,
}

/** Of each minute so much is left for what is urgent, so that it comes first. */
const KEPT_FOR_URGENT = 0.25

/**
 * Text messages a minute, all people together: the slowest numbers a desk may send from take one part a second (AWS End User
 * Messaging, "Message Parts per Second": long codes of the US and Canada), and a text of ours has up to three parts.
 */
const TEXTS_PER_MINUTE = 20

const placesOf = (perMinute: number, isUrgent: boolean): number =>
  isUrgent ? perMinute : Math.floor(perMinute * (1 - KEPT_FOR_URGENT))

/** How many messages of this minute may go into the chat before another of the same urgency has to wait. */
export const chatLimit = (provider: ChatProvider, isUrgent: boolean): number => placesOf(PER_MINUTE[provider], isUrgent)

/** The same of text messages. */
export const textLimit = (isUrgent: boolean): number => placesOf(TEXTS_PER_MINUTE, isUrgent)

const MINUTE_MS = 60_000

/** The minute a message counts in, as its beginning. */
export const minuteOf = (now: Instant): Instant => instantOf(msOf(now) - (msOf(now) % MINUTE_MS))

/** When the next minute has begun. */
export const nextMinute = (now: Instant): Instant => instantOf(msOf(minuteOf(now)) + MINUTE_MS)
