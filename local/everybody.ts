import type { Store } from '../shared/application/ports.ts'
import { REQUESTERS_LIST, STAFF_LIST } from '../shared/application/setting-record.ts'
import type { Person } from '../shared/domain/people/person.ts'

const MOST_LISTED = 200

/** Who can sign in, requesters first. */
export const everybody = async (store: Pick<Store, 'list'>): Promise<readonly Person[]> => {
  const lists = [REQUESTERS_LIST, STAFF_LIST].map((key) => store.list<Person>('kind', key, { limit: MOST_LISTED }))
  return (await Promise.all(lists)).flatMap(({ items }) => items.map(({ summary }) => summary))
}
