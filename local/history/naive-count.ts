/**
 * How often a case of the log was handed on, and how long it waited, counted from the log alone. It shares no code with the
 * desk, on purpose: the replay has to come to the same, case by case (REP-4).
 *
 * Handed on: the group or the person changes after the first assignment (ESC-6). A person who takes what lay with the group
 * is none; nor is what changes after the solution, where nobody works on it, or after the close, which is final (CLO-7).
 * A state nobody knows says nothing: the one before goes on.
 */
type Entry = {
  readonly at: string
  readonly state: string
  readonly group: string | null
  readonly assignee: string | null
}

/** What the log's states mean; what stands in none of the sets is known to be none of these, or not known at all. */
type Kinds = Readonly<Record<'known' | 'waiting' | 'working' | 'resolved' | 'closed', ReadonlySet<string>>>

export type NaiveCount = {
  readonly reassignments: number
  readonly waitedMinutes: number
  /** Of the reassignments: within a group, which the log's own column does not count. */
  readonly withinGroup: number
  /** Not among them though the group changed: the first assignment, and after the solution. The log's column counts both. */
  readonly firstGroup: number
  readonly afterSolution: number
  /** From one entry to the next, whatever the state: what the log's column counts. */
  readonly groupChanges: number
}

export const naiveCount = (entries: readonly Entry[], kinds: Kinds): NaiveCount => {
  const count = { reassignments: 0, withinGroup: 0, firstGroup: 0, afterSolution: 0, groupChanges: 0 }
  let waitedMs = 0
  let [state, since, solved, assigned] = ['', '', false, false]
  let group: string | null = null
  let assignee: string | null = null
  let shownGroup: string | null = entries[0]?.group ?? null
  for (const [at, entry] of entries.entries()) {
    if (kinds.waiting.has(state)) waitedMs += Date.parse(entry.at) - Date.parse(since)
    if (kinds.known.has(entry.state)) state = entry.state
    since = entry.at
    const done = kinds.resolved.has(state) || kinds.closed.has(state)
    if (solved && done) {
      if (entry.group !== shownGroup) count.afterSolution += 1
    } else {
      const otherGroup = entry.group !== group
      const otherPerson = entry.assignee !== assignee
      if (assigned && (otherGroup || (assignee !== null && otherPerson))) {
        count.reassignments += 1
        if (!otherGroup) count.withinGroup += 1
      } else if (otherGroup && at > 0) {
        count.firstGroup += 1
      }
      if (otherGroup || otherPerson || kinds.working.has(state)) assigned = true
      group = entry.group
      assignee = entry.assignee
    }
    if (entry.group !== shownGroup) count.groupChanges += 1
    shownGroup = entry.group
    if (solved && kinds.closed.has(state)) break
    solved = kinds.resolved.has(state) || (solved && kinds.closed.has(state))
  }
  return { ...count, waitedMinutes: waitedMs / 60_000 }
}
