import { type Actor, DESK } from '../domain/people/actor.ts'
import type { Person } from '../domain/people/person.ts'
import { DomainError } from '../domain/refusal.ts'
import { reportHtml } from '../domain/report/mail/report-html.ts'
import { reportLetter } from '../domain/report/mail/report-letter.ts'
import { reportText } from '../domain/report/mail/report-text.ts'
import type { MonthReport } from '../domain/report/month-report.ts'
import type { Edition, Report, ReportCommand, Sending } from '../domain/report/report.ts'
import type { Desk } from '../domain/setting/desk.ts'
import { suppressionOf } from './address-record.ts'
import { frozenReport } from './count-report.ts'
import type { Deps } from './deps.ts'
import { executeOn } from './execute.ts'
import { SPREADSHEET_TYPE } from './freeze-report.ts'
import { ownMail } from './own-mail.ts'
import type { OutgoingMail } from './ports.ts'
import { keptFile } from './report-files.ts'
import { recipientsOf } from './report-recipients.ts'
import { reportKey, reportRecord } from './report-record.ts'

const actorOf = ({ id, name, email, roles, groups, department }: Person): Actor => ({
  kind: 'person',
  ...{ id, name, email, roles, groups, department },
})

type Parts = { readonly desk: Desk; readonly report: MonthReport; readonly edition: Edition; readonly sending: Sending }

/** The mail follows from what was frozen: sent again it is the same mail under the same id. */
const mailFor = async (
  deps: Deps,
  { desk, report, edition, sending }: Parts,
  person: Person,
): Promise<OutgoingMail> => {
  const { identity } = deps
  const { id, name, language } = person
  const reader = { name, language, actor: actorOf(person), publicUrl: identity.publicUrl }
  const letter = reportLetter(report, edition, desk, reader, identity.name)
  const content = await keptFile(deps, edition.files.spreadsheets[language])
  return ownMail(identity, {
    id: `report-${report.month}-${edition.edition}-${sending.id}-${id}`,
    to: { name, address: person.email },
    subject: letter.subject,
    text: reportText(letter),
    html: reportHtml(letter),
    attachments: [{ filename: `${report.month}.xlsx`, mimeType: SPREADSHEET_TYPE, content }],
  })
}

/** Whether the mail was taken; an address that takes none is no reason to try again. */
const isSent = async (deps: Deps, mail: OutgoingMail): Promise<boolean> => {
  if (await suppressionOf(deps, mail.to.address)) return false
  try {
    await deps.mailer.send(mail)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.code === 'channel-refused') return false
    throw error
  }
}

const does = (deps: Deps, { month }: Report, command: ReportCommand) =>
  executeOn(deps, reportRecord, reportKey(month), command, DESK)

/**
 * REP-3: one edition to everybody it is for who has not had it. Taken in the record first, so that two runs do not send at
 * once; one that dies half-way is made up for by a later one, which sends to the others.
 */
export const sendReport = async (deps: Deps, report: Report, sending: Sending): Promise<void> => {
  const edition = report.editions.find(({ edition: number }) => number === sending.edition)
  const figures = await frozenReport(deps, report.month, sending.edition)
  if (!edition || !figures) return
  const { events } = await does(deps, report, { type: 'take-sending', sending: sending.id })
  if (events.length === 0) return
  const desk = await deps.settings.desk()
  const done = new Set([...sending.sentTo, ...sending.refusedBy])
  for (const person of recipientsOf(desk, sending).filter(({ id }) => !done.has(id))) {
    const mail = await mailFor(deps, { desk, report: figures, edition, sending }, person)
    const refused = !(await isSent(deps, mail))
    await does(deps, report, { type: 'note-sent', sending: sending.id, person: person.id, refused })
  }
  await does(deps, report, { type: 'finish-sending', sending: sending.id })
}
