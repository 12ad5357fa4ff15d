import { call } from '../api/call.ts'
import { isStaff } from '../session/session.ts'
import { ticketNumberFrom } from './ticket-number.ts'

/**
 * Where what somebody typed leads to: a ticket by its number, or for staff by the number it had on the desk it was taken over
 * from (API-3), which may stand behind a #. Null when nothing has that number.
 */
export const placeOfNumber = async (typed: string): Promise<string | null> => {
  const number = ticketNumberFrom(typed, new Date())
  if (number !== null) return `/tickets/${number}`
  const formerly = typed.trim().replace(/^#/, '')
  if (formerly === '' || !isStaff.value) return null
  const { items } = await call('listTickets', { query: { view: 'formerly', formerly, limit: 2 } })
  const [first, second] = items
  if (second) return `/tickets?${new URLSearchParams({ view: 'formerly', formerly })}`
  return first ? `/tickets/${first.number}` : null
}
