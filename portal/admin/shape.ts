import type { JsonSchema, Named, Resolve } from './json-schema.ts'

type Property = { readonly key: string; readonly schema: JsonSchema; readonly isRequired: boolean }

type Variant = { readonly value: string; readonly schema: JsonSchema; readonly properties: readonly Property[] }

/** How a schema is shown: each shape has one kind of field. */
export type Shape =
  | { readonly kind: 'texts' }
  | { readonly kind: 'choice'; readonly of: readonly (string | number)[]; readonly name: string | null }
  | { readonly kind: 'check' }
  | { readonly kind: 'number'; readonly min: number | undefined; readonly max: number | undefined }
  | { readonly kind: 'text'; readonly format: string | null; readonly max: number | undefined }
  | { readonly kind: 'hours' }
  | { readonly kind: 'strings'; readonly of: readonly (string | number)[] | null; readonly name: string | null }
  | { readonly kind: 'rows'; readonly item: JsonSchema; readonly columns: readonly Property[] }
  | { readonly kind: 'hours-by-weekday'; readonly days: readonly string[] }
  | { readonly kind: 'hours-by-date' }
  /** Objects that are alike, one a row: the priority matrix, the promises. */
  | { readonly kind: 'grid'; readonly rows: readonly string[]; readonly columns: readonly Property[] }
  | { readonly kind: 'group'; readonly properties: readonly Property[] }
  /** A number in one of several units. */
  | { readonly kind: 'measure'; readonly units: readonly string[] }
  /** One of several kinds of object, each with its own fields. */
  | { readonly kind: 'variants'; readonly variants: readonly Variant[] }

export type Shaped = { readonly shape: Shape; readonly isNullable: boolean }

const propertiesOf = ({ properties = {}, required = [] }: JsonSchema): readonly Property[] =>
  Object.entries(properties).map(([key, schema]) => ({ key, schema, isRequired: required.includes(key) }))

const columnsOf = (schema: JsonSchema, resolve: Resolve): readonly Property[] => propertiesOf(resolve(schema).schema)

const isHours = (schema: JsonSchema, resolve: Resolve): boolean =>
  schema.type === 'array' && Boolean(schema.items) && resolve(schema.items || {}).name === 'TimeWindow'

const shapeOfList = (items: JsonSchema, resolve: Resolve): Shape => {
  const { schema, name } = resolve(items)
  if (name === 'TimeWindow') return { kind: 'hours' }
  if (schema.type === 'object') return { kind: 'rows', item: items, columns: propertiesOf(schema) }
  return { kind: 'strings', of: schema.enum ?? null, name }
}

const shapeOfObject = (schema: JsonSchema, resolve: Resolve): Shape => {
  const { additionalProperties, propertyNames } = schema
  if (typeof additionalProperties === 'object' && isHours(additionalProperties, resolve)) {
    const days = propertyNames?.enum
    return days ? { kind: 'hours-by-weekday', days: days.map(String) } : { kind: 'hours-by-date' }
  }
  const properties = propertiesOf(schema)
  const columns = properties.map((property) => columnsOf(property.schema, resolve))
  const keys = columns.map((own) => own.map(({ key }) => key).join())
  const isGrid = keys.length > 1 && keys[0] !== '' && new Set(keys).size === 1
  return isGrid
    ? { kind: 'grid', rows: properties.map(({ key }) => key), columns: columns[0] ?? [] }
    : { kind: 'group', properties }
}

const variantsOf = (alternatives: readonly JsonSchema[]): readonly Variant[] =>
  alternatives.map((schema) => ({
    value: schema.properties?.['kind']?.const ?? '',
    schema,
    properties: propertiesOf(schema).filter(({ key }) => key !== 'kind'),
  }))

const shapeOfOne = ({ schema, name }: Named, resolve: Resolve): Shape => {
  if (name === 'Texts') return { kind: 'texts' }
  if (schema.enum) return { kind: 'choice', of: schema.enum, name }
  if (schema.oneOf) return { kind: 'variants', variants: variantsOf(schema.oneOf) }
  if (schema.anyOf)
    return { kind: 'measure', units: schema.anyOf.flatMap(({ properties = {} }) => Object.keys(properties)) }
  switch (schema.type) {
    case 'boolean':
      return { kind: 'check' }
    case 'integer':
    case 'number':
      return { kind: 'number', min: schema.minimum, max: schema.maximum }
    case 'array':
      return shapeOfList(schema.items || {}, resolve)
    case 'object':
      return shapeOfObject(schema, resolve)
    default:
      return { kind: 'text', format: schema.format ?? null, max: schema.maxLength }
  }
}

export const shapeOf = (given: JsonSchema, resolve: Resolve): Shaped => {
  const named = resolve(given)
  const others = named.schema.anyOf?.filter(({ type }) => type !== 'null')
  const isNullable = others !== undefined && others.length < (named.schema.anyOf?.length ?? 0)
  const only = isNullable && others.length === 1 ? resolve(others[0] ?? {}) : named
  return { shape: shapeOfOne(only, resolve), isNullable }
}
