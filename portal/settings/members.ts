import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type AnswerOf, call } from '../api/call.ts'
import type { Option } from '../form/fields.tsx'

type Members = AnswerOf<'listMembers'>['items']

/** Read once for each group; what could not be read is tried again with the next form. */
const known = new Map<string, Promise<Members>>()

const readMembers = (group: string): Promise<Members> => {
  const members = known.get(group) ?? call('listMembers', { params: { id: group } }).then(({ items }) => items)
  known.set(group, members)
  return members
}

/** Who works in a group. While it cannot be told, nobody, and the ticket is handed over to the group. */
export const useMembers = (group: string): readonly Option[] => {
  const members = useSignal<readonly Option[]>([])
  useEffect(() => {
    let isWanted = true
    members.value = []
    if (group === '') return undefined
    readMembers(group).then(
      (people) => {
        if (isWanted) members.value = people.map(({ id, name }) => ({ value: id, label: name }))
      },
      () => known.delete(group),
    )
    return () => {
      isWanted = false
    }
  }, [group, members])
  return members.value
}
