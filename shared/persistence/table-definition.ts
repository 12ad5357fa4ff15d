import type { ListName } from '../application/ports.ts'

/**
 * The table as plain data: the local CreateTable and the CDK construct both read it, so that they can never differ.
 * Every key attribute is a string; every index is sparse, because only items that belong in it carry its keys.
 */

export type IndexDefinition = {
  readonly name: ListName | 'due'
  readonly partitionKey: string
  readonly sortKey: string
  /** Attributes copied into the index besides all keys; empty = keys only. */
  readonly include: readonly string[]
}

const list = (name: ListName, ...more: readonly string[]): IndexDefinition => ({
  name,
  partitionKey: `${name}Key`,
  sortKey: `${name}Sort`,
  include: ['version', 'summary', ...more],
})

export const LIST_INDEXES: Readonly<Record<ListName, IndexDefinition>> = {
  queue: list('queue'),
  open: list('open'),
  assignee: list('assignee'),
  requester: list('requester'),
  department: list('department'),
  service: list('service'),
  item: list('item'),
  day: list('day', 'row'),
  kind: list('kind', 'line'),
}

export const DUE_INDEX = {
  name: 'due',
  partitionKey: 'dueShard',
  sortKey: 'wakeAt',
  include: [],
} as const satisfies IndexDefinition

export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds; clean-up only, a read treats what has expired as gone. */
  expiry: 'ttl',
  /** Both images, because a wake-up is scheduled only when `wakeAt` has changed. */
  stream: 'NEW_AND_OLD_IMAGES',
  indexes: [...Object.values(LIST_INDEXES), DUE_INDEX],
} as const satisfies {
  readonly partitionKey: string
  readonly sortKey: string
  readonly expiry: string
  readonly stream: string
  readonly indexes: readonly IndexDefinition[]
}
