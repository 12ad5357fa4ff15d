import type { AnswerOf, CallOf } from './call.ts'
import { call } from './call.ts'
import type { Called } from './routes.ts'

type Listing = {
  [Name in Called]: AnswerOf<Name> extends { readonly items: readonly unknown[] } ? Name : never
}[Called]
type ItemOf<Name extends Listing> = AnswerOf<Name> extends { readonly items: readonly (infer Item)[] } ? Item : never

/** All of a list that is small by nature, such as groups or categories. */
export const readAll = async <Name extends Listing>(name: Name): Promise<readonly ItemOf<Name>[]> => {
  const items: ItemOf<Name>[] = []
  let cursor: string | null | undefined
  do {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) }
    const page = (await call(name, { query } as unknown as CallOf<Name>)) as {
      items: ItemOf<Name>[]
      cursor?: string | null
    }
    items.push(...page.items)
    cursor = page.cursor
  } while (cursor)
  return items
}
