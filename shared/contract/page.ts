import * as z from 'zod'
import { type Schema, schema } from './schema.ts'

export const pageQuery = () => ({
  cursor: z
    .string()
    .regex(/^[\w.~=-]{1,2048}$/)
    .optional()
    .describe('The `cursor` of the page before; leave out for the first page.'),
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('Entries a page, at most 100.'),
})

/** For lists that are asked for with nothing else. */
export const pageOnly = schema(() => z.strictObject(pageQuery()))

/** `{items, cursor}`: every list of the API. */
export const pageOf = <Item extends z.ZodType>(item: Schema<Item>) =>
  schema(() =>
    z.strictObject({
      items: z.array(item()),
      cursor: z.string().nullable().describe('Pass it on to get the next page; null at the end.'),
    }),
  )
