import type { BodyFor } from '../api/call.ts'
import type { Values } from '../form/form-state.ts'
import type { Grade } from '../form/grade.ts'

type Body = BodyFor<'openTicket'>

const given = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null)

const requesterOf = ({ personId, name = '', email, phone }: Values): NonNullable<Body['requester']> =>
  personId ? { personId } : { name: name.trim(), email: given(email), phone: given(phone) }

const optional = <Name extends string>(name: Name, value: string | null): { readonly [N in Name]?: string } =>
  (value === null ? {} : { [name]: value }) as { readonly [N in Name]?: string }

/** INT-9: what the desk was told, as the API takes it; what was left empty is left to the defaults. */
export const declarationBody = (values: Values, grade: Grade): Body => {
  const place = given(values['place'])
  return {
    title: values['title']?.trim() ?? '',
    description: given(values['description']) ?? values['title']?.trim() ?? '',
    requester: requesterOf(values),
    kind: values['kind'] === 'service-request' ? 'service-request' : 'incident',
    ...optional('class', given(values['class'])),
    ...optional('category', given(values['category'])),
    ...optional('service', given(values['service'])),
    ...optional('item', given(values['item'])),
    ...optional('system', given(values['system'])),
    ...optional('channel', given(values['channel'])),
    ...(place !== null && {
      contact: { name: given(values['contactName']), phone: given(values['contactPhone']), place },
    }),
    ...(values['security'] === 'yes' && { security: true }),
    ...grade,
  }
}
