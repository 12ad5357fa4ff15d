import { call } from '../api/call.ts'
import type { Json } from './document.ts'

/** As much of JSON Schema as the contract's documents use (OpenAPI 3.1). */
export type JsonSchema = {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly (string | number)[]
  readonly const?: string
  readonly anyOf?: readonly JsonSchema[]
  /** Alternatives told apart by their `kind`. */
  readonly oneOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema | false
  readonly prefixItems?: readonly JsonSchema[]
  readonly propertyNames?: JsonSchema
  readonly additionalProperties?: JsonSchema | boolean
  readonly format?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

type OpenApi = {
  readonly paths: Readonly<Record<string, { readonly put?: PutOperation }>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}
type PutOperation = {
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: JsonSchema } } }
}

/** A schema with the name it is referred to by, if it has one. */
export type Named = { readonly schema: JsonSchema; readonly name: string | null }
export type Resolve = (schema: JsonSchema) => Named

export type DocumentSchema = { readonly root: JsonSchema; readonly resolve: Resolve }

let description: Promise<OpenApi> | null = null

const readDescription = (): Promise<OpenApi> => {
  description ??= call('describeApi', {}).then(
    (answer) => answer as unknown as OpenApi,
    (error: unknown) => {
      description = null
      throw error
    },
  )
  return description
}

/** What the API takes at PUT /{collection}/{id}: forms are made of the very schema it validates with. */
export const readSchema = async (collection: string): Promise<DocumentSchema> => {
  const { paths, components } = await readDescription()
  const body = paths[`/api/v1/${collection}/{id}`]?.put?.requestBody.content['application/json'].schema ?? {}
  const resolve: Resolve = (schema) => {
    const name = schema.$ref?.split('/').at(-1) ?? null
    const found = name === null ? undefined : components.schemas[name]
    return found ? { schema: found, name } : { schema, name: null }
  }
  return { root: resolve(body).schema, resolve }
}

/** A new document, as empty as its schema lets it be. */
export const blankOf = (given: JsonSchema, resolve: Resolve): Json => {
  const { schema } = resolve(given)
  if (schema.anyOf) {
    const isNullable = schema.anyOf.some(({ type }) => type === 'null')
    return isNullable ? null : blankOf(schema.anyOf[0] ?? {}, resolve)
  }
  if (schema.oneOf) return blankOf(schema.oneOf[0] ?? {}, resolve)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0] ?? null
  switch (schema.type) {
    case 'object': {
      const required = schema.required ?? []
      return Object.fromEntries(required.map((key) => [key, blankOf(schema.properties?.[key] ?? {}, resolve)]))
    }
    case 'array':
      return []
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return schema.minimum ?? 0
    default:
      return ''
  }
}
