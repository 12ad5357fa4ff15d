/** What the words of an old desk mean. */
export const WORDS = {
  timeZone: 'Asia/Shanghai',
  states: {
    ...{ New: 'new', Active: 'work', Resolved: 'resolved', Closed: 'closed', Canceled: 'cancelled' },
    'On hold': { wait: 'vendor' },
  },
  impacts: { high: 'extensive', low: 'minor' },
  urgencies: { high: 'critical', low: 'low' },
  priorities: { P1: 1, P4: 4 },
  channels: { Phone: 'hotline' },
}

export const IMPORT = {
  system: 'OldDesk',
  names: { groups: { 'Team Netz': 'network' }, categories: { Fernzugang: 'vpn' }, people: { N0815: 'noor' } },
  otherwise: { group: 'platform', category: 'printing' },
}

export type OldEntry = { at: string; state: string; [more: string]: unknown }

const entry = ({ at, state, ...more }: OldEntry) => ({
  ...{
    at,
    state,
    group: 'Team Netz',
    assignee: null,
    impact: 'low',
    urgency: 'low',
    priority: 'P4',
    by: 'Frau Muster',
  },
  ...more,
})

/** A case as a line of JSON has it. */
export const oldCase = (id: string, entries: readonly OldEntry[], more: object = {}) => ({
  ...{ id, title: 'VPN drops', description: 'Every hour.', solution: 'New profile', category: 'Fernzugang' },
  ...{ contactType: 'Phone', caller: 'Anna B.', callerEmail: 'Anna@example.com', ...more },
  events: entries.map(entry),
})

/** Opened on a Monday, worked on by Noor, closed the day after. */
export const ROAD: readonly OldEntry[] = [
  { at: '2026-01-12T09:00:00', state: 'New' },
  { at: '2026-01-12T09:10:00', state: 'Active', assignee: 'N0815', by: 'N0815' },
  { at: '2026-01-12T10:00:00', state: 'On hold', assignee: 'N0815', by: 'N0815' },
  { at: '2026-01-12T11:00:00', state: 'Active', assignee: 'Herr Fort', by: 'N0815' },
  { at: '2026-01-12T15:00:00', state: 'Resolved', assignee: 'Herr Fort', by: 'Herr Fort' },
  { at: '2026-01-13T09:00:00', state: 'Closed', assignee: 'Herr Fort', by: 'Frau Muster' },
]
