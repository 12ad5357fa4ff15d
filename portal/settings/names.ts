import { signal } from '@preact/signals'
import { call } from '../api/call.ts'
import { named } from '../texts/texts.ts'

type Texts = Readonly<Record<'zh-CN' | 'en', string>>

/** What there may be thousands of is not read beforehand, but each when it is first shown. */
const known = signal<ReadonlyMap<string, Texts | string>>(new Map())
const asked = new Set<string>()

/** The id itself until the name is known, and where it cannot be read. */
const nameOf = (key: string, id: string, read: () => Promise<Texts | string>): string => {
  const name = known.value.get(key)
  if (name !== undefined) return typeof name === 'string' ? name : named(name)
  if (!asked.has(key)) {
    asked.add(key)
    read().then(
      (found) => {
        known.value = new Map([...known.value, [key, found]])
      },
      () => undefined,
    )
  }
  return id
}

const ofId = (id: string) => ({ params: { id }, query: {}, inBackground: true })

export const itemName = (id: string): string =>
  nameOf(`item/${id}`, id, async () => (await call('getItem', ofId(id))).value.name)

export const departmentName = (id: string): string =>
  nameOf(`department/${id}`, id, async () => (await call('getDepartment', ofId(id))).value.name)
