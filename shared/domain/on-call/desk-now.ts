import type { Instant } from '../instant.ts'
import type { Role } from '../people/person.ts'
import type { Desk } from '../setting/desk.ts'
import { onDuty } from './covering.ts'

/** ROL-6: an engineer has the desk's role for as long as the desk's rota has them on duty. */
export const rolesAt = (desk: Desk, id: string, roles: readonly Role[], at: Instant): readonly Role[] =>
  roles.includes('engineer') && !roles.includes('desk') && onDuty(desk, { kind: 'desk' }, at).includes(id)
    ? [...roles, 'desk']
    : roles
