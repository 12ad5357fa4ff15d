import type { Person } from '../domain/people/person.ts'
import type { Sending } from '../domain/report/report.ts'
import type { Desk } from '../domain/setting/desk.ts'

/** REP-3: those the settings name, or those who were asked for; nobody who has left. */
export const recipientsOf = ({ staff, report }: Desk, { to }: Pick<Sending, 'to'>): readonly Person[] => {
  const { roles, people } = report.recipients
  const wanted = ({ id, roles: own }: Person) =>
    to === null ? people.includes(id) || own.some((role) => roles.includes(role)) : to.includes(id)
  return [...staff.values()].filter((person) => person.active && wanted(person))
}
