import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { timeUsedOf } from '../format/pressing.ts'
import { MajorStrip } from '../major-incident/major-strip.tsx'
import { MergedNote } from '../merge/merged-note.tsx'
import { Page } from '../parts/page.tsx'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { TimeLeft } from '../parts/time-left.tsx'
import { warnAtShare } from '../settings/catalogue.ts'
import { LooksLike } from '../similar/looks-like.tsx'
import { t } from '../texts/texts.ts'
import { AcknowledgeNote } from './acknowledge-note.tsx'
import { ActBar } from './acts/act-bar.tsx'
import { AlarmCard } from './alarm-card.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { Composer } from './composer.tsx'
import { Declaration } from './declaration.tsx'
import { Details } from './details.tsx'
import { Findings } from './findings.tsx'
import { Forecast } from './forecast.tsx'
import type { OpenTicket } from './open-ticket.ts'
import { doneAt, STEPS } from './promise-steps.ts'
import { ProposalNote } from './proposal-note.tsx'
import { RegistrationNote } from './registration-note.tsx'
import { RequesterCard } from './requester-card.tsx'
import { ScreeningNote } from './screening-note.tsx'
import { Timeline } from './timeline.tsx'
import { UnheardNote } from './unheard-note.tsx'
import { WaitingNote } from './waiting-note.tsx'

type Props = { readonly open: OpenTicket; readonly ticket: TicketForStaff }

/** Where the clocks are not beside the conversation, the next promise stands on top. */
const NextPromise = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const [next] = STEPS.filter((step) => doneAt(ticket, step) === null)
    .flatMap((step) => ticket.sla[step] ?? [])
    .toSorted((a, b) => a.remainingMinutes - b.remainingMinutes)
  if (!next) return null
  return (
    <span class="next-promise" aria-hidden="true">
      <TimeLeft used={timeUsedOf(next, warnAtShare.value)} dueAt={next.dueAt} />
    </span>
  )
}

const Marks = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const { words } = t.value
  const { flags, escalation, number, priority, state } = ticket
  return (
    <p class="row marks">
      <PriorityMark priority={priority} />
      <span class="number">{number}</span>
      <StateTag state={state} />
      {flags.major && <span class="tag late">{words.major}</span>}
      {flags.security && <span class="tag soon">{words.security}</span>}
      {escalation.history.some(({ trigger }) => trigger !== 'matrix') && (
        <span class="tag late">{words.escalated}</span>
      )}
      <NextPromise ticket={ticket} />
    </p>
  )
}

/** Everything about a ticket for whoever works on it: conversation, notes, acts and clock sit together. */
export const StaffTicket = ({ open, ticket }: Props) => (
  <Page title={ticket.title} above={<Marks ticket={ticket} />}>
    <MajorStrip open={open} ticket={ticket} />
    <ActBar open={open} ticket={ticket} />
    <div class="ticket">
      <div class="stack">
        <AcknowledgeNote open={open} ticket={ticket} />
        <UnheardNote open={open} ticket={ticket} />
        <WaitingNote ticket={ticket} />
        <MergedNote ticket={ticket} />
        <RegistrationNote ticket={ticket} />
        <ScreeningNote ticket={ticket} />
        <ProposalNote ticket={ticket} />
        <LooksLike ticket={ticket} />
        <Declaration ticket={ticket} />
        <Findings ticket={ticket} />
        {ticket.allowedActs.includes('comment') && <Composer open={open} />}
        <Timeline open={open} />
      </div>
      <aside class="stack">
        <ClockPanel ticket={ticket} />
        <RequesterCard ticket={ticket} />
        <Details ticket={ticket} />
        <Forecast ticket={ticket} />
        {ticket.alarm && <AlarmCard alarm={ticket.alarm} />}
      </aside>
    </div>
  </Page>
)
