import { describe, expect, test } from 'vitest'
import { actorRef, CLOCK, hasRole } from '../../../shared/domain/people/actor.ts'
import { isStaff, ROLES, STAFF_ROLES } from '../../../shared/domain/people/person.ts'
import { anna, asActor, linkTo, mailFrom, personNamed } from '../../support/ticket-fixtures.ts'

describe('who acts', () => {
  test('history keeps who it was, and how they came in [AUD-1]', () => {
    expect(actorRef(asActor(anna))).toEqual({ kind: 'person', id: 'anna', name: 'Anna' })
    expect(actorRef(linkTo('INC-1'))).toEqual({ kind: 'link', id: 'anna@example.com', name: 'Anna' })
    expect(actorRef(mailFrom('x@example.com'))).toEqual({ kind: 'mail', id: 'x@example.com', name: 'x@example.com' })
    expect(actorRef(CLOCK)).toEqual({ kind: 'system', id: 'clock', name: 'clock' })
  })

  test('only a signed-in person has roles, any of those asked for is enough [ROL-1]', () => {
    expect(hasRole(asActor(personNamed('grace')), 'engineer', 'desk')).toBe(true)
    expect(hasRole(asActor(personNamed('grace')), 'engineer')).toBe(false)
    expect(hasRole(linkTo('INC-1'), 'requester')).toBe(false)
    expect(hasRole(mailFrom('grace@example.com', { staff: true }), 'desk')).toBe(false)
  })

  test('everybody with more than the requester’s role is staff [ROL-1, ROL-3]', () => {
    for (const role of ROLES) expect(isStaff({ roles: ['requester', role] }), role).toBe(role !== 'requester')
    expect(STAFF_ROLES).toHaveLength(ROLES.length - 1)
    expect(isStaff({ roles: [] })).toBe(false)
  })
})
