import type * as z from 'zod'
import type { Schema } from './schema.ts'

/** One column of a list as CSV: its heading, and the way to its value in a row. */
export type Column = { readonly heading: string; readonly path: readonly string[] }

type Inner = z.core.$ZodType

const inside = (schema: Inner): Inner => {
  const { def } = schema._zod as { readonly def: { readonly type: string; readonly innerType?: Inner } }
  return def.innerType && ['nullable', 'optional', 'default'].includes(def.type) ? inside(def.innerType) : schema
}

const shapeOf = (schema: Inner): Readonly<Record<string, Inner>> | null => {
  const { def } = inside(schema)._zod as { readonly def: { readonly shape?: Readonly<Record<string, Inner>> } }
  return def.shape ?? null
}

const columnsIn = (shape: Readonly<Record<string, Inner>>, above: readonly string[]): readonly Column[] =>
  Object.entries(shape).flatMap(([name, schema]) => {
    const path = [...above, name]
    const within = shapeOf(schema)
    return within ? columnsIn(within, path) : [{ heading: path.join('.'), path }]
  })

/** The columns of a list, from its contract and not from what it holds: the same for every export (REP-7). */
export const csvColumns = (list: Schema): readonly Column[] => {
  const items = shapeOf(list())?.['items']
  const { def } = (items ? inside(items) : list())._zod as { readonly def: { readonly element?: Inner } }
  return def.element ? columnsIn(shapeOf(def.element) ?? {}, []) : []
}
