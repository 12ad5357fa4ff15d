import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { doMajor, type Strip } from './do-major.ts'
import { LeadingActs, useMajorActs } from './major-acts.tsx'
import { Mobilised } from './mobilised.tsx'
import { ReportPart } from './report-part.tsx'
import { Standing } from './standing.tsx'
import { StepList } from './step-list.tsx'
import { UpdateClocks } from './update-clocks.tsx'

type Props = { readonly open: OpenTicket; readonly ticket: TicketForStaff }

/** How it went, once it is over: the steps, and the report that stays with the ticket (MAJ-6). */
const Ended = ({ procedure }: Strip) => (
  <>
    <StepList steps={procedure.steps} />
    {procedure.report && <ReportPart procedure={procedure} />}
  </>
)

const Running = (strip: Strip) => {
  const { procedure } = strip
  const { begin, form } = useMajorActs(strip)
  const detach = (child: string) =>
    void doMajor(strip, 'detach-child', { child }).catch((reason: unknown) => sayWrong(explainFailure(reason)))
  return (
    <>
      <StepList steps={procedure.steps} />
      <Standing procedure={procedure} />
      <LeadingActs procedure={procedure} begin={begin} />
      <div class="major-parts">
        <ReportPart procedure={procedure} />
        {procedure.stage !== 'candidate' && <UpdateClocks procedure={procedure} begin={begin} />}
        <Mobilised procedure={procedure} begin={begin} onDetach={detach} />
      </div>
      {form}
    </>
  )
}

/**
 * MAJ-9: the page one wants open in a war room: the steps, where it stands, who has the ball, what happens if nobody does
 * anything, the update clocks, who was called in, and the acts. It is read again whenever the ticket has changed.
 */
const Strips = ({ open, ticket }: Props) => {
  const { number, version } = ticket
  const { value, error, again } = useLoaded(`${number}#${version}`, (signal) =>
    call('getProcedure', { params: { number }, signal }),
  )
  const procedure = value.value
  if (procedure === null) return error.value === null ? null : <FailureNote error={error.value} onAgain={again} />
  const { stage } = procedure
  const strip = { open, ticket, procedure }
  return (
    <section class="major card" aria-label={t.value.major.title} data-stage={stage}>
      {stage === 'closed' ? <Ended {...strip} /> : <Running {...strip} />}
    </section>
  )
}

/** Only a candidate or a confirmed major incident has a strip. */
export const MajorStrip = ({ open, ticket }: Props) =>
  ticket.afterTheFact === null && ticket.flags.major ? <Strips open={open} ticket={ticket} /> : null
