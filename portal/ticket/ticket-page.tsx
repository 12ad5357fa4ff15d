import { call } from '../api/call.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Page } from '../parts/page.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import type { Params } from '../place/places.ts'

export const TicketPage = ({ params }: { readonly params: Params }) => {
  const { number = '' } = params
  const ticket = useLoaded(number, (signal) => call('getTicket', { params: { number }, signal }))
  if (ticket.error.value) return <FailureNote error={ticket.error.value} onAgain={ticket.again} />
  if (!ticket.value.value) return null
  const { title, description } = ticket.value.value
  return (
    <Page title={title}>
      <p class="said">{description}</p>
    </Page>
  )
}
