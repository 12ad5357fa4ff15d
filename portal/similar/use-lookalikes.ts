import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { call } from '../api/call.ts'
import { useLoaded } from '../parts/use-loaded.ts'
import { isWorkedOn } from './similar-row.tsx'
import { LONGEST_TITLE } from './use-similar.ts'

const SOUGHT = 6

/** Other open tickets that say much the same as this one (INT-14), the most alike first; none until they have been found. */
export const useLookalikes = (ticket: TicketForStaff, leastScore: number): readonly TicketRow[] => {
  const { number, title, service, category, duplicates } = ticket
  const found = useLoaded(JSON.stringify([number, title, service, category, duplicates]), (signal) =>
    call('findSimilarTickets', {
      query: { title: title.slice(0, LONGEST_TITLE), category, ...(service && { service }), limit: SOUGHT },
      inBackground: true,
      signal,
    }),
  )
  return (found.value.value?.items ?? [])
    .filter(({ score, ticket: other }) => score >= leastScore && other.number !== number && isWorkedOn(other))
    .map(({ ticket: other }) => other)
    .filter((other) => !duplicates.includes(other.number))
}
