import { addressId, isMailable } from '../address/address.ts'
import type { Route } from './notice.ts'

/** INT-5: a notice to the desk itself would come back as a mail to answer. */
const isDesk = (address: string, deskAddress: string): boolean => {
  const [local = '', domain] = addressId(address).split('@')
  const [deskLocal, deskDomain] = addressId(deskAddress).split('@')
  return domain === deskDomain && local.split('+')[0] === deskLocal
}

/** E.164 as far as it can be seen: digits behind a plus, whatever stands between them. */
const dialled = (mobile: string): string => mobile.replaceAll(/[\s().-]/g, '')

/** The ways to somebody, in the order in which they are tried [NOT-1, NOT-4]; null when there is none. */
export const routesTo = (
  email: string | null,
  mobile: string | null,
  deskAddress: string,
): readonly [Route, ...Route[]] | null => {
  const routes: Route[] = []
  if (email && isMailable(email) && !isDesk(email, deskAddress)) routes.push({ channel: 'email', address: email })
  if (mobile && /^\+?\d{6,15}$/.test(dialled(mobile))) routes.push({ channel: 'sms', address: dialled(mobile) })
  const [first, ...rest] = routes
  return first ? [first, ...rest] : null
}
