import { type Kept, type KeptOutcome, keptListKey } from '../../shared/application/kept-mail.ts'
import { type RawMail, receiveMail } from '../../shared/application/receive-mail.ts'
import type { RecordedEvent } from '../../shared/domain/record.ts'
import type { TicketEvent } from '../../shared/domain/ticket/event.ts'
import type { DeskOnTable } from '../support/desk-on-table.ts'
import { rawMail, type Written } from '../support/raw-mails.ts'

let stored = 0

/** A mail as it lies in the files. */
export const storedMail = (mail: Written | Uint8Array, envelopeFrom: string | null = null): RawMail => {
  stored += 1
  return { raw: mail instanceof Uint8Array ? mail : rawMail(mail), key: `inbox/${stored}`, envelopeFrom }
}

/** What has happened to tickets since `mark`, a length of the stream. */
export const ticketLinesSince = (desk: DeskOnTable, mark: number): readonly RecordedEvent<TicketEvent>[] =>
  desk.stream
    .slice(mark)
    .flatMap((change) => (change.kind === 'event' && change.line.record.kind === 'ticket' ? [change.line] : []))
    .map((line) => line as RecordedEvent<TicketEvent>)

/** Takes the mail in. @returns the numbers of the tickets it opened, and of those it was filed on */
export const receive = async (
  desk: DeskOnTable,
  mail: Written | RawMail,
): Promise<{ readonly opened: readonly string[]; readonly commented: readonly string[] }> => {
  const mark = desk.stream.length
  await receiveMail(desk.deps, 'raw' in mail ? mail : storedMail(mail))
  const lines = ticketLinesSince(desk, mark)
  const numbersOf = (type: TicketEvent['type']) =>
    lines.filter(({ event }) => event.type === type).map(({ record }) => record.id)
  return { opened: numbersOf('recorded'), commented: numbersOf('commented') }
}

/** The one ticket the mail opens. @throws Error when it opens none, or several */
export const ticketFrom = async (desk: DeskOnTable, mail: Written | RawMail): Promise<string> => {
  const { opened } = await receive(desk, mail)
  const [number] = opened
  if (number === undefined || opened.length > 1) throw new Error(`it opened ${opened.length} tickets`)
  return number
}

/** What was kept with that outcome, newest last. */
export const kept = async (desk: DeskOnTable, outcome: KeptOutcome): Promise<readonly Kept[]> => {
  const page = await desk.deps.store.list<Kept>('kind', keptListKey(outcome), { limit: 100 })
  return page.items.map(({ summary }) => summary)
}
