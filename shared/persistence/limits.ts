import { refuse } from '../domain/refusal.ts'
import type { Item } from './items.ts'
import type { Write } from './transaction.ts'

/** What DynamoDB allows. */
const MOST_WRITES = 100
const LARGEST_ITEM_BYTES = 400 * 1024
const LARGEST_TRANSACTION_BYTES = 4 * 1024 * 1024

/** Refuses before anything is sent, and so with a sentence somebody understands. @throws DomainError invalid */
export const refuseOversize = (writes: readonly Write[]): void => {
  if (writes.length > MOST_WRITES) {
    refuse(
      'invalid',
      'too-many-changes',
      `One act may change ${MOST_WRITES} things, this one changes ${writes.length}: do it in parts.`,
    )
  }
  const sizes = writes.map(({ put }) => itemBytes(put.Item))
  if (sizes.some((bytes) => bytes > LARGEST_ITEM_BYTES)) {
    refuse('invalid', 'record-too-large', 'The text is too long to keep on the record: attach it as a file instead.')
  }
  if (sizes.reduce((sum, bytes) => sum + bytes, 0) > LARGEST_TRANSACTION_BYTES) {
    refuse('invalid', 'too-much-at-once', 'One act may change 4 MB together: do it in parts.')
  }
}

/** DynamoDB counts a number as one byte for two digits and one or two more; its decimal text is never less. */
const itemBytes = (item: Item): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(String(value)) + 1,
    0,
  )
