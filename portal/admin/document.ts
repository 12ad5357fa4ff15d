/** Documents of the settings as plain values, and what differs between two of them. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }
export type Path = readonly (string | number)[]

export type Difference = {
  readonly path: Path
  /** Undefined where it was not there at all. */
  readonly before: Json | undefined
  readonly after: Json | undefined
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const at = (document: Json | undefined, [key, ...rest]: Path): Json | undefined => {
  if (key === undefined) return document
  if (Array.isArray(document)) return at(document[Number(key)], rest)
  return isObject(document) ? at(document[key], rest) : undefined
}

/** The document with another value there; undefined takes it away. */
export const withAt = (document: Json | undefined, [key, ...rest]: Path, value: Json | undefined): Json => {
  if (key === undefined) return value ?? null
  const inner = rest.length === 0 ? value : withAt(at(document, [key]), rest, value)
  if (Array.isArray(document)) {
    const items = document as readonly Json[]
    return inner === undefined ? items.toSpliced(Number(key), 1) : items.with(Number(key), inner)
  }
  const { [key]: _, ...others } = isObject(document) ? document : {}
  return inner === undefined ? others : { ...(isObject(document) ? document : {}), [key]: inner }
}

export const isSame = (a: Json | undefined, b: Json | undefined): boolean => {
  if (isObject(a) && isObject(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]))
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Field by field; a list counts as one field. */
export const differences = (
  before: Json | undefined,
  after: Json | undefined,
  path: Path = [],
): readonly Difference[] => {
  if (!isObject(before) || !isObject(after)) return isSame(before, after) ? [] : [{ path, before, after }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => differences(before[key], after[key], [...path, key]))
}

/** LIF-9: what I changed, on top of what somebody else has saved meanwhile. */
export const rebased = (base: Json, mine: Json, theirs: Json): Json =>
  differences(base, mine).reduce((document, { path, after }) => withAt(document, path, after), theirs)
