import { expect, test } from 'vitest'
import type { PolicyWith } from '../../local/history/log-policy.ts'
import type { PastCase } from '../../local/history/past-case.ts'
import { translating } from '../../local/import/names.ts'
import type { Person } from '../../shared/domain/people/person.ts'
import { personNamed, smallDesk } from '../support/ticket-fixtures.ts'

const policy = {
  ...{ timeZone: 'UTC', states: {}, impacts: {}, urgencies: {}, priorities: {}, channels: {}, kinds: {} },
  import: {
    system: 'OldDesk',
    names: { groups: {}, categories: {}, people: { Boss: 'ivan' } },
    otherwise: { group: 'platform', category: 'printing' },
    closing: { code: 'solved', notObtained: 'no-answer' },
  },
} as unknown as PolicyWith<'import'>

const called = (id: string, name: string): Person => ({ ...personNamed('noor'), id, name, email: `${id}@example.com` })

const desk = {
  ...smallDesk,
  staff: new Map(
    [
      called('li.1', 'Li Na'),
      called('li.2', 'Li Na'),
      called('wei', 'Chen Wei'),
      called('other', 'Wei'),
      called('gone', 'Olga Gone'),
      personNamed('ivan'),
    ].map((person) => [person.id, { ...person, active: person.id !== 'gone' }]),
  ),
}

const entry = { at: '', state: '', group: null, assignee: null, impact: '', urgency: '', priority: '', by: null }

const personOf = (name: string) => {
  const past: PastCase = { id: '1', events: [{ ...entry, assignee: name }], final: {} }
  const { past: translated, unknown } = translating(desk, policy)(past)
  return [translated.events[0]?.assignee, unknown.length]
}

const groupOf = (name: string) =>
  translating(desk, policy)({ id: '1', events: [{ ...entry, group: name }], final: {} }).past.events[0]?.group

test.each([
  ['an id', 'wei', ['wei', 0]],
  ['an address, in whatever case', 'LI.2@Example.com', ['li.2', 0]],
  ['a full name that one has', 'chen wei', ['wei', 0]],
  ['a full name that two have is nobody’s', 'Li Na', ['Li Na', 1]],
  ['an id is not taken away by somebody of that name', 'Wei', ['wei', 0]],
  ['somebody who has left is known all the same', 'Olga Gone', ['gone', 0]],
  ['what the policy file says', 'Boss', ['ivan', 0]],
  ['nobody of that name', 'Stranger', ['Stranger', 1]],
])('a person of the log is found by %s [API-3]', (_, name, found) => {
  expect(personOf(name)).toEqual(found)
})

test.each([
  ['network', 'network'],
  ['NETWORK ', 'network'],
  ['Acme Ltd.', 'acme'],
  ['Service desk', null],
  ['Unheard of', 'platform'],
])('a group of the log called "%s" is %s here [API-3]', (name, group) => {
  expect(groupOf(name)).toBe(group)
})
