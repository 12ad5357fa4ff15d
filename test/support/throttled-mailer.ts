import type { Clock, Mailer, OutgoingMail } from '../../shared/application/ports.ts'

/** A mail server that takes so many mails a minute, as SES does a second, and keeps count of what it took. */
export class ThrottledMailer {
  /** Mails it takes each minute of its clock. */
  perMinute = Number.POSITIVE_INFINITY
  /** Ids of what it took, in order; one that it took twice is there twice. */
  readonly taken: string[] = []
  refused = 0
  readonly #takenIn = new Map<number, number>()

  readonly inFrontOf = (mailbox: Mailer, clock: Clock): Mailer => ({
    send: async (mail: OutgoingMail) => {
      const minute = Math.floor(Date.parse(clock.now()) / 60_000)
      const before = this.#takenIn.get(minute) ?? 0
      if (before >= this.perMinute) {
        this.refused += 1
        throw Object.assign(new Error('Maximum sending rate exceeded.'), { name: 'TooManyRequestsException' })
      }
      this.#takenIn.set(minute, before + 1)
      this.taken.push(mail.id)
      return mailbox.send(mail)
    },
  })
}
