import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Alias, Commit } from '../application/ports.ts'
import type { Instant } from '../domain/instant.ts'
import { aliasItem, entryItem, eventItem, type Item, recordItem } from './items.ts'
import { aliasKey, entryKey, partitionOf } from './keys.ts'
import { sealed } from './seal.ts'

/** One item of a commit's transaction, and what it means when its condition fails. */
export type Write =
  | { readonly role: 'record' | 'event' | 'entry'; readonly put: Put }
  | { readonly role: 'alias'; readonly name: string; readonly put: Put }

export type Put = NonNullable<NonNullable<TransactWriteCommandInput['TransactItems']>[number]['Put']> & {
  readonly Item: Item
}

/** AUD-1: history is only ever added to. */
const IF_ABSENT = 'attribute_not_exists(pk)'

/** The order is the order in which failed conditions are looked at; no item occurs twice, as DynamoDB demands. */
export const writesOf = (commit: Commit, TableName: string, now: Instant): readonly Write[] => {
  const events = sealed(
    commit.follows,
    commit.events.map((event) => eventItem(event, commit)),
  )
  const seal = events.at(-1)?.seal ?? commit.follows
  return [
    { role: 'record', put: { TableName, Item: recordItem(commit, seal), ...onVersion(commit.expectedVersion) } },
    ...events.map((Item): Write => ({ role: 'event', put: { TableName, Item, ConditionExpression: IF_ABSENT } })),
    ...besides(commit, TableName, now),
  ]
}

const besides = (commit: Commit, TableName: string, now: Instant): readonly Write[] => [
  ...strictestPerItem(commit.aliases).map(
    (alias): Write => ({
      role: 'alias',
      name: alias.name,
      put: {
        TableName,
        Item: aliasItem(alias),
        ...onOwner(alias, now),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    }),
  ),
  ...firstPerItem(commit.entries, (entry) => JSON.stringify(entryKey(entry))).map(
    (entry): Write => ({ role: 'entry', put: entryPut(entry, TableName) }),
  ),
]

export const entryPut = (entry: Commit['entries'][number], TableName: string): Put => ({
  TableName,
  Item: entryItem(entry),
  ConditionExpression: IF_ABSENT,
})

const onVersion = (expectedVersion: number): Pick<Put, 'ConditionExpression' | 'ExpressionAttributeValues'> =>
  expectedVersion === 0
    ? { ConditionExpression: IF_ABSENT }
    : { ConditionExpression: 'version = :expected', ExpressionAttributeValues: { ':expected': expectedVersion } }

const onOwner = (
  { replaces, target }: Alias,
  now: Instant,
): Pick<Put, 'ConditionExpression' | 'ExpressionAttributeValues'> => {
  const free = `${IF_ABSENT} OR expiresAt <= :now`
  if (replaces === 'anything') return {}
  if (replaces === 'nothing') return { ConditionExpression: free, ExpressionAttributeValues: { ':now': now } }
  return {
    ConditionExpression: `${free} OR targetId = :from OR target = :to`,
    ExpressionAttributeValues: { ':now': now, ':from': replaces.id, ':to': partitionOf(target) },
  }
}

/** A mail may name itself among its references: the claim then counts, not the careless overwrite. */
const strictestPerItem = (aliases: readonly Alias[]): readonly Alias[] => {
  const laxness = ({ replaces }: Alias) => (replaces === 'nothing' ? 0 : replaces === 'anything' ? 2 : 1)
  return firstPerItem(
    aliases.toSorted((a, b) => laxness(a) - laxness(b)),
    ({ name }) => aliasKey(name).pk,
  )
}

const firstPerItem = <Part>(parts: readonly Part[], itemOf: (part: Part) => string): readonly Part[] => {
  const byItem = new Map<string, Part>()
  for (const part of parts) {
    const item = itemOf(part)
    if (!byItem.has(item)) byItem.set(item, part)
  }
  return [...byItem.values()]
}
