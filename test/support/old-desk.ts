import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const POLICY = {
  timeZone: 'Europe/Berlin',
  table: {
    dates: ['dd.MM.yyyy HH:mm'],
    columns: {
      ...{ id: 'Ticket', title: 'Subject', state: 'Status', openedAt: 'Created', acceptedAt: 'First response' },
      ...{ resolvedAt: 'Solved', closedAt: 'Closed', group: 'Team', assignee: 'Agent', callerEmail: 'From' },
      ...{ impact: 'Priority', urgency: 'Priority', priority: 'Priority', solution: 'Solution' },
    },
  },
  states: { open: 'work', closed: 'closed' },
  impacts: { high: 'significant', normal: 'moderate' },
  urgencies: { high: 'high', normal: 'medium' },
  priorities: { high: 2, normal: 3 },
  channels: {},
  import: { system: 'OldDesk', otherwise: { group: 'workplace', category: 'hardware' } },
}

/** What the demo's people asked of the desk they had before. */
const ROWS = [
  'Ticket,Subject,Status,Created,First response,Solved,Closed,Team,Agent,From,Priority,Solution',
  '4711,"Beamer in room 2, ""green""",closed,04.05.2026 09:00,04.05.2026 09:20,04.05.2026 11:00,05.05.2026 09:00,Workplace support,leo@harbour.example,anna@harbour.example,normal,New cable',
  '4712,Mail bounces,closed,06.05.2026 10:00,,06.05.2026 12:00,07.05.2026 10:00,Mailers,Former Agent,gone@elsewhere.example,high,',
  '4713,Still broken,open,08.05.2026 10:00,,,,Workplace support,,anna@harbour.example,normal,',
  '4714,No date,closed,,,,,Workplace support,,anna@harbour.example,normal,',
]

/** A table as an old desk exports it and the policy file that reads it, in a folder of their own. */
export const oldDesk = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-old-desk-'))
  const [table, policy] = [join(folder, 'tickets.csv'), join(folder, 'policy.json')]
  await writeFile(table, ROWS.join('\r\n'))
  await writeFile(policy, JSON.stringify(POLICY))
  return { folder, table, policy }
}
