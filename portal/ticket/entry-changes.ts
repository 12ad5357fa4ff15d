import { categoryName, codeName, groupName, serviceName } from '../settings/catalogue.ts'
import { itemName } from '../settings/names.ts'
import { t } from '../texts/texts.ts'
import type { Entry } from './open-ticket.ts'

export type Change = { readonly name: string; readonly field: string; readonly before: string; readonly after: string }

type Shown = { readonly label: string; readonly say: (value: string) => string }

const asIs = (value: string): string => value

/** The fields worth showing before and after, in people's words; what an entry says anyway is left out. */
const fieldsShown = (): Readonly<Record<string, Shown>> => {
  const { words } = t.value
  const of = (names: Readonly<Record<string, string>>) => (value: string) => names[value] ?? value
  return {
    title: { label: words.title, say: asIs },
    kind: { label: words.kind, say: of(words.kinds) },
    class: { label: words.class, say: (value) => codeName('classes', value) },
    category: { label: words.category, say: categoryName },
    service: { label: words.service, say: serviceName },
    item: { label: words.item, say: itemName },
    system: { label: words.system, say: asIs },
    priority: { label: words.priority, say: asIs },
    impact: { label: words.impact, say: of(words.impacts) },
    urgency: { label: words.urgency, say: of(words.urgencies) },
    group: { label: words.group, say: groupName },
  }
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** AUD-1: what became of what, for the acts that change what a ticket says. */
export const changesOf = (entry: Entry): readonly Change[] => {
  if (!('changes' in entry) || !entry.changes || entry.type === 'recorded') return []
  const shown = fieldsShown()
  return Object.entries(entry.changes).flatMap(([field, { before, after }]) => {
    const known = shown[field]
    const [was, is] = [text(before), text(after)]
    return known && was !== is
      ? [{ name: field, field: known.label, before: was && known.say(was), after: is && known.say(is) }]
      : []
  })
}
