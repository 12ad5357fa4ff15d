import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import type { OpenTicket } from '../ticket/open-ticket.ts'
import { doMajor, MajorActs } from './major-acts.tsx'
import { Mobilised } from './mobilised.tsx'
import { Standing } from './standing.tsx'
import { StepList } from './step-list.tsx'
import { UpdateClocks } from './update-clocks.tsx'

type Props = { readonly open: OpenTicket; readonly ticket: TicketForStaff }

const hasEnded = ({ state }: TicketForStaff): boolean => ['closed', 'cancelled', 'returned', 'merged'].includes(state)

/**
 * MAJ-9: the page one wants open in a war room: the steps, where it stands, who has the ball, what happens if nobody does
 * anything, the update clocks, who was called in, and the acts. It is read again whenever the ticket has changed.
 */
const Strip = ({ open, ticket }: Props) => {
  const { number, version } = ticket
  const { value, error, again } = useLoaded(`${number}#${version}`, (signal) =>
    call('getProcedure', { params: { number }, signal }),
  )
  const procedure = value.value
  if (procedure === null) return error.value === null ? null : <FailureNote error={error.value} onAgain={again} />
  const strip = { open, ticket, procedure }
  const detach = (child: string) =>
    void doMajor(strip, 'detach-child', { child }).catch((reason: unknown) => sayWrong(explainFailure(reason)))
  return (
    <section class="major card" aria-label={t.value.major.title} data-stage={procedure.stage}>
      <StepList steps={procedure.steps} />
      <Standing procedure={procedure} />
      <MajorActs {...strip} />
      <div class="major-parts">
        {procedure.stage !== 'candidate' && <UpdateClocks updates={procedure.updates} />}
        <Mobilised procedure={procedure} onDetach={procedure.allowedActs.includes('detach-child') ? detach : null} />
      </div>
    </section>
  )
}

/** Only a candidate or a confirmed major incident that is not over has a strip. */
export const MajorStrip = ({ open, ticket }: Props) =>
  ticket.flags.major && !hasEnded(ticket) ? <Strip open={open} ticket={ticket} /> : null
