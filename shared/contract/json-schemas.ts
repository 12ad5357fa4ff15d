import * as z from 'zod'

export type JsonSchema = Readonly<Record<string, unknown>>

type Schemas = ReadonlyMap<string, z.ZodType>

const REFERENCE = /^#\/\$defs\//

/** References lead to the document's components; the dialect is that of OpenAPI 3.1 already. */
const placed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(placed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string'
        ? [key, inner.replace(REFERENCE, '#/components/schemas/')]
        : [key, placed(inner)],
    ),
  )
}

export type Converted = {
  /** By the key it was given under: the schema as it is used there, a reference when it has a name (`.meta({id})`). */
  readonly at: ReadonlyMap<string, JsonSchema>
  readonly named: ReadonlyMap<string, JsonSchema>
}

/** All schemas of one direction at once: a named one is converted one time, however often it is used. */
export const jsonSchemasOf = (schemas: Schemas, io: 'input' | 'output'): Converted => {
  // Inside one object, because a named schema is only referred to from inside another one.
  const { $defs = {}, properties = {} } = z.toJSONSchema(z.object(Object.fromEntries(schemas)), { io })
  const all = (found: object) =>
    new Map(Object.entries(found).map(([key, schema]) => [key, placed(schema) as JsonSchema]))
  return { at: all(properties), named: all($defs) }
}

/** In order of name. @throws Error for a name that reads differently in a request and in an answer */
export const mergeNamed = (...sources: readonly Converted[]): Readonly<Record<string, JsonSchema>> => {
  const merged = new Map<string, JsonSchema>()
  for (const [name, schema] of sources.flatMap(({ named }) => [...named])) {
    const known = merged.get(name)
    if (known && JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(`The schema ${name} has two meanings.`)
    merged.set(name, schema)
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1)))
}
