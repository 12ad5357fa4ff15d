import { useEffect, useMemo } from 'preact/hooks'
import { FailureNote } from '../parts/failure-note.tsx'
import { Page } from '../parts/page.tsx'
import type { Params } from '../place/places.ts'
import { RequesterTicket } from '../requester/requester-ticket.tsx'
import { t } from '../texts/texts.ts'
import { openTicket } from './open-ticket.ts'
import { StaffTicket } from './staff-ticket.tsx'

/** /tickets/INC-…: the address every notice links to; what is shown there depends on who looks (ROL-3). */
export const TicketPage = ({ params }: { readonly params: Params }) => {
  const { number = '' } = params
  const open = useMemo(() => openTicket(number), [number])
  useEffect(() => open.watch(), [open])
  const ticket = open.ticket.value
  if (ticket === null) {
    return open.error.value ? (
      <Page title={number}>
        <FailureNote error={open.error.value} onAgain={() => void open.load()} />
      </Page>
    ) : (
      <p class="muted" aria-busy="true">
        {t.value.shell.loading}
      </p>
    )
  }
  return ticket.seenAs === 'staff' ? (
    <StaffTicket open={open} ticket={ticket} />
  ) : (
    <RequesterTicket open={open} ticket={ticket} />
  )
}
