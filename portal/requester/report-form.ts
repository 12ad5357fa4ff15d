import type { BodyFor } from '../api/call.ts'
import type { Values } from '../form/form-state.ts'

export type ReportKind = 'incident' | 'service-request'
type Declaration = BodyFor<'openTicket'>

const said = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined)

const contactOf = ({ contactName, contactPhone, place }: Values): Declaration['contact'] => {
  const contact = {
    name: said(contactName) ?? null,
    phone: said(contactPhone) ?? null,
    place: said(place) ?? null,
  }
  return Object.values(contact).some((value) => value !== null) ? contact : undefined
}

/** INT-1, INT-9: what is sent; what was left empty is left out. */
export const declarationOf = (kind: ReportKind, values: Values): Declaration => {
  const contact = contactOf(values)
  const service = said(values['service'])
  return {
    kind,
    title: values['title']?.trim() ?? '',
    description: values['description']?.trim() ?? '',
    ...(service !== undefined && { service }),
    ...(contact && { contact }),
    ...(values['security'] === 'yes' && { security: true }),
  }
}

export type Sent = { readonly key: string; readonly body: string }

/** The same report sent again has the same key, so that it is recorded once; a changed one is another report. */
export const attemptOf = (before: Sent | null, declaration: Declaration): Sent => {
  const body = JSON.stringify(declaration)
  return before?.body === body ? before : { key: crypto.randomUUID(), body }
}
