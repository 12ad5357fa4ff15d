import type { DeliveredMail } from '../../local/mailbox.ts'

const shown = ({ to, subject }: DeliveredMail): string => `  ${to}: ${subject}`

/** The desk's outgoing mail as a story meets it: what nobody expected fails the story. */
export class Letterbox {
  readonly #read: () => Promise<readonly DeliveredMail[]>
  readonly #expected = new Set<string>()

  constructor(read: () => Promise<readonly DeliveredMail[]>) {
    this.#read = read
  }

  /** Oldest first. */
  async #unexpected(): Promise<readonly DeliveredMail[]> {
    return (await this.#read()).filter(({ id }) => !this.#expected.has(id)).reverse()
  }

  /** The oldest mail to this address, not expected before, whose subject or text matches. */
  async expect(address: string, pattern: RegExp): Promise<DeliveredMail> {
    const mails = await this.#unexpected()
    const found = mails.find(({ to, subject, text }) => to === address && (pattern.test(subject) || pattern.test(text)))
    if (!found) throw new Error(`${address} got no mail like ${pattern}. There are:\n${mails.map(shown).join('\n')}`)
    this.#expected.add(found.id)
    return found
  }

  /** For a story that is not about who is told. */
  async forget(): Promise<void> {
    for (const { id } of await this.#unexpected()) this.#expected.add(id)
  }

  /** @throws Error listing every mail that was sent and not expected */
  async expectNothingElse(): Promise<void> {
    const mails = await this.#unexpected()
    for (const { id } of mails) this.#expected.add(id)
    if (mails.length > 0) throw new Error(`Nobody expected these mails:\n${mails.map(shown).join('\n')}`)
  }
}

/** The link in a mail that opens its ticket without sign-in (INT-10). */
export const linkIn = ({ text }: DeliveredMail): string => {
  const [link] = /https?:\/\/\S+?\/links\/[a-z2-7]+/i.exec(text) ?? []
  if (link === undefined) throw new Error(`there is no link in:\n${text}`)
  return link
}

export const numberIn = ({ subject }: DeliveredMail): string => {
  const [number] = /(INC|REQ)-\d{4}-\d+/.exec(subject) ?? []
  if (number === undefined) throw new Error(`there is no number in "${subject}"`)
  return number
}
