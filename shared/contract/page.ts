import * as z from 'zod'

export const pageQuery = {
  cursor: z
    .string()
    .regex(/^[\w.~=-]{1,2048}$/)
    .optional()
    .describe('The `cursor` of the page before; leave out for the first page.'),
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('Entries a page, at most 100.'),
}

/** `{items, cursor}`: every list of the API. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    cursor: z.string().nullable().describe('Pass it on to get the next page; null at the end.'),
  })
