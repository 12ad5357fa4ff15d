import { type Instant, msOf } from '../../instant.ts'
import type { Language } from '../../language.ts'
import { instantText } from '../../notice/rendering/instant-text.ts'
import { oneLine } from '../../notice/rendering/safe-text.ts'
import { MAJOR_NAMES_EN } from '../../notice/texts/en-major.ts'
import { NAMES_EN, WORDS_EN } from '../../notice/texts/en-words.ts'
import { MAJOR_NAMES_ZH_CN } from '../../notice/texts/zh-cn-major.ts'
import { NAMES_ZH_CN, WORDS_ZH_CN } from '../../notice/texts/zh-cn-words.ts'
import type { ActorRef } from '../../people/actor.ts'
import type { StepClock } from '../../sla/clock.ts'
import type { TicketEvent } from '../../ticket/event.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import { childrenOf } from '../children.ts'
import { MAJOR_ROLES } from '../procedure.ts'
import { procedureOf } from '../stage.ts'
import { happened } from './happened.ts'
import { REPORT_WORDS_EN } from './words-en.ts'
import { REPORT_WORDS_ZH_CN } from './words-zh-cn.ts'

/** What a report is drafted from; names from the catalogue are in its language. */
export type ReportFacts = {
  readonly ticket: Ticket
  /** The ticket's history, oldest first. */
  readonly lines: readonly { readonly at: Instant; readonly actor: ActorRef; readonly event: TicketEvent }[]
  readonly clocks: readonly StepClock[]
  readonly service: string | null
  readonly language: Language
  readonly timeZone: string
}

const LANGUAGES = {
  en: { words: REPORT_WORDS_EN, names: NAMES_EN, major: MAJOR_NAMES_EN, priorities: WORDS_EN.priorities },
  'zh-CN': {
    words: REPORT_WORDS_ZH_CN,
    names: NAMES_ZH_CN,
    major: MAJOR_NAMES_ZH_CN,
    priorities: WORDS_ZH_CN.priorities,
  },
} as const

/** What somebody has written stays in its cell and starts nothing of its own. */
const cell = (text: string): string => oneLine(text).replaceAll('|', '\\|')

type Row = readonly [label: string, value: string | null]

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n')
}

const facts = (rows: readonly Row[]): string =>
  rows.flatMap(([label, value]) => (value ? [`- **${label}**: ${cell(value)}`] : [])).join('\n')

const minutesBetween = (from: Instant, to: Instant): number => Math.round((msOf(to) - msOf(from)) / 60_000)

const overview = ({ ticket, service, language, timeZone }: ReportFacts): string => {
  const { words, priorities } = LANGUAGES[language]
  const { labels } = words
  const when = (at: Instant | null | undefined): string | null => (at ? instantText(at, language, timeZone) : null)
  const { recordedAt, resolvedAt } = ticket
  return facts([
    [labels.service, service],
    [labels.priority, priorities[ticket.priority]],
    [labels.requester, ticket.requester.name],
    [labels.recorded, when(recordedAt)],
    [labels.confirmed, when(procedureOf(ticket)?.judgement?.at)],
    [labels.restored, when(resolvedAt)],
    [labels.duration, resolvedAt && words.duration(minutesBetween(recordedAt, resolvedAt))],
  ])
}

const impact = ({ ticket, language }: ReportFacts): string => {
  const { words, names } = LANGUAGES[language]
  const { labels, toComplete } = words
  const children = childrenOf(ticket)
  const rows = facts([
    [labels.impact, names.impacts[ticket.impact]],
    [labels.urgency, names.urgencies[ticket.urgency]],
    [labels.place, ticket.contact?.place ?? null],
    [labels.children, children.length > 0 ? `${children.length}: ${children.join(', ')}` : null],
  ])
  return `${rows}\n\n${toComplete.impact}`
}

const timeline = ({ lines, language, timeZone }: ReportFacts): string => {
  const { words, names } = LANGUAGES[language]
  const rows = lines.flatMap(({ at, actor, event }) => {
    const what = happened(event, words, names.levels)
    return what ? [[instantText(at, language, timeZone), what, actor.kind === 'system' ? '' : actor.name]] : []
  })
  return table([words.labels.when, words.labels.what, words.labels.who], rows)
}

const actions = ({ ticket, language }: ReportFacts): string => {
  const { words } = LANGUAGES[language]
  const { resolution, workaround } = ticket
  const procedure = procedureOf(ticket)
  const done = [
    resolution && `${words.outcomes[resolution.outcome]}: ${resolution.solution}`,
    workaround && `${words.outcomes.workaround}: ${workaround}`,
    ...(procedure?.resources ?? []).map(
      ({ what, note }) => `${words.happened.resource(what)}${note ? ` – ${note}` : ''}`,
    ),
  ]
  return done.flatMap((text) => (text ? [`- ${oneLine(text)}`] : [])).join('\n')
}

const people = ({ ticket, language }: ReportFacts): string => {
  const { words, major } = LANGUAGES[language]
  const { labels } = words
  const procedure = procedureOf(ticket)
  const rows: readonly Row[] = [
    ...MAJOR_ROLES.map((role): Row => [major.roles[role], procedure?.roles[role]?.name ?? null]),
    [labels.assignee, ticket.assignee?.name ?? null],
    [labels.onSite, procedure?.visit?.engineer.name ?? null],
    [labels.vendor, procedure?.vendor?.name ?? null],
    [labels.reviewer, procedure?.review?.by ?? null],
  ]
  const named = rows.flatMap(([role, name]) => (name ? [[role, name]] : []))
  return table([labels.role, labels.name], named)
}

const promises = ({ clocks, language, timeZone }: ReportFacts): string => {
  const { words } = LANGUAGES[language]
  const rows = clocks.map(({ step, dueAt, missedAt }) => [
    words.steps[step],
    dueAt ? instantText(dueAt, language, timeZone) : '',
    missedAt ? words.missed : words.kept,
  ])
  return table([words.labels.promise, words.labels.due, words.labels.kept], rows)
}

const followUps = ({ ticket, language }: ReportFacts): string => {
  const { words } = LANGUAGES[language]
  const { resolution, problem } = ticket
  const known = [
    resolution?.leftToFindOut,
    resolution?.environmentChanged ? words.environmentChanged : null,
    problem && words.problem(problem),
  ]
  const lines = known.flatMap((text) => (text ? [`- ${oneLine(text)}`] : []))
  return [...lines, words.toComplete.followUps].join('\n\n')
}

/** MAJ-6: the analysis report as the data has it, in Markdown; what only people can say is asked for where it belongs. */
export const draftReport = (given: ReportFacts): string => {
  const { words } = LANGUAGES[given.language]
  const { ticket } = given
  const { headings, toComplete } = words
  const cause = ticket.resolution?.cause ?? ticket.cause
  const sections: readonly (readonly [heading: string, text: string])[] = [
    [headings.summary, toComplete.summary],
    [headings.impact, impact(given)],
    [headings.timeline, timeline(given)],
    [headings.cause, cause ? oneLine(cause) : toComplete.cause],
    [headings.actions, actions(given)],
    [headings.people, people(given)],
    [headings.service, promises(given)],
    [headings.followUps, followUps(given)],
  ]
  return [
    `# ${oneLine(words.title(ticket.number, ticket.title))}`,
    overview(given),
    ...sections.map(([heading, text]) => `## ${heading}\n\n${text}`),
  ].join('\n\n')
}
