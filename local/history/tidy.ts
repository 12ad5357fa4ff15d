import { cut, manyLines, oneLine } from '../../shared/domain/notice/rendering/safe-text.ts'
import type { PastCase, PastEntry } from './past-case.ts'

/** As the API allows them. */
const [LONGEST_NAME, LONGEST_TEXT] = [200, 20_000]

const name = (text: string): string => cut(oneLine(text), LONGEST_NAME)
const prose = (text: string): string => cut(manyLines(text).trim(), LONGEST_TEXT)

const given = <Value>(text: string | null | undefined, as: (text: string) => Value): Value | null =>
  text ? as(text) : null

const tidyEntry = ({ at, comment, ...entry }: PastEntry): PastEntry => ({
  at,
  ...{
    state: name(entry.state),
    priority: name(entry.priority),
    impact: name(entry.impact),
    urgency: name(entry.urgency),
  },
  ...{ group: given(entry.group, name), assignee: given(entry.assignee, name), by: given(entry.by, name) },
  ...(comment && { comment: { ...comment, text: prose(comment.text) } }),
})

/**
 * API-3: what another desk wrote may hold anything. Names are one line that shows what it says, texts are as long as they may be here;
 * nothing of it moves the cursor of whoever reads the report, or the direction of what stands behind it.
 */
export const tidy = ({ id, openedAt, events, final, ...past }: PastCase): PastCase => ({
  ...{ id: name(id), openedAt, final, events: events.map(tidyEntry) },
  ...{ title: given(past.title, name), caller: given(past.caller, name), callerEmail: given(past.callerEmail, name) },
  ...{ description: given(past.description, prose), solution: given(past.solution, prose) },
  ...{ contactType: given(past.contactType, name), category: given(past.category, name), kind: given(past.kind, name) },
})
