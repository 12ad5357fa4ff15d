import { refuse } from '../domain/refusal.ts'

/** The key of the last item of a page, as DynamoDB wants it back to go on behind it. */
export type LastKey = Readonly<Record<string, string>>

/** Where a cursor may point: into one partition, within the bounds of the list that is asked for. */
export type CursorScope = {
  readonly attributes: readonly string[]
  readonly partition: { readonly attribute: string; readonly value: string }
  readonly sort: { readonly attribute: string; readonly from: string; readonly to: string }
}

const LONGEST_CURSOR = 8_192
const LONGEST_KEY_BYTES = 1024

export const cursorOf = (key: LastKey): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** API-1: cursors come from outside; one of another list must not open that list. @throws DomainError bad-cursor */
export const keyOf = (cursor: string, scope: CursorScope): LastKey => {
  const key = cursor.length <= LONGEST_CURSOR ? parsed(cursor) : null
  return key && isWithin(key, scope)
    ? key
    : refuse('invalid', 'bad-cursor', 'This cursor belongs to another list or is damaged: start again without one.')
}

const parsed = (cursor: string): LastKey | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return isTextByName(value) ? value : null
  } catch {
    return null
  }
}

const isTextByName = (value: unknown): value is LastKey =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    (part) => typeof part === 'string' && part !== '' && Buffer.byteLength(part) <= LONGEST_KEY_BYTES,
  )

const isWithin = (key: LastKey, { attributes, partition, sort }: CursorScope): boolean => {
  const position = key[sort.attribute]
  return (
    Object.keys(key).length === attributes.length &&
    attributes.every((attribute) => Object.hasOwn(key, attribute)) &&
    key[partition.attribute] === partition.value &&
    position !== undefined &&
    inTableOrder(sort.from, position) <= 0 &&
    inTableOrder(position, sort.to) <= 0
  )
}

/** DynamoDB sorts by UTF-8 bytes, JavaScript by UTF-16 units. */
const inTableOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
