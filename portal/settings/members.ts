import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type AnswerOf, call } from '../api/call.ts'
import type { Option } from '../form/fields.tsx'
import { hasRole } from '../session/session.ts'

type Person = AnswerOf<'listPeople'>['items'][number]

let staff: Promise<readonly Person[]> | null = null

/** The first page holds everybody who works on tickets; requesters come after them. */
const readStaff = (): Promise<readonly Person[]> => {
  staff ??= call('listPeople', { query: { limit: 100 } }).then(({ items }) => items)
  return staff
}

/** Who works in a group, for those who may look people up; nobody for others, who hand over to the group. */
export const useMembers = (group: string): readonly Option[] => {
  const members = useSignal<readonly Option[]>([])
  useEffect(() => {
    members.value = []
    if (group === '' || !hasRole('desk', 'desk-manager', 'administrator')) return
    readStaff().then(
      (people) => {
        members.value = people
          .filter((person) => person.active && person.groups.includes(group))
          .map(({ id, name }) => ({ value: id, label: name }))
      },
      () => {
        staff = null
      },
    )
  }, [group, members])
  return members.value
}
