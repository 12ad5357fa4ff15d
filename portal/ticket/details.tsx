import type { ComponentChildren } from 'preact'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { Instant } from '../parts/instant.tsx'
import { categoryName, codeName, groupName, serviceName } from '../settings/catalogue.ts'
import { itemName } from '../settings/names.ts'
import { t } from '../texts/texts.ts'

const TicketLink = ({ number }: { readonly number: string }) => <a href={`/tickets/${number}`}>{number}</a>

const TicketLinks = ({ numbers }: { readonly numbers: readonly string[] }) => (
  <ul>
    {numbers.map((number) => (
      <li key={number}>
        <TicketLink number={number} />
      </li>
    ))}
  </ul>
)

const factsOf = (ticket: TicketForStaff): readonly (readonly [string, ComponentChildren])[] => {
  const { ticket: texts, words } = t.value
  const { imported } = ticket
  return [
    [words.group, groupName(ticket.group)],
    [words.assignee, ticket.assignee?.name ?? <span class="muted">{words.nobody}</span>],
    [words.impact, words.impacts[ticket.impact]],
    [words.urgency, words.urgencies[ticket.urgency]],
    [texts.gradeAgreed, ticket.gradeAgreed === null ? null : words.agreed[ticket.gradeAgreed ? 'yes' : 'no']],
    [words.category, categoryName(ticket.category)],
    [words.service, ticket.service && serviceName(ticket.service)],
    [words.item, ticket.item && itemName(ticket.item)],
    [words.system, ticket.system],
    [words.kind, words.kinds[ticket.kind]],
    [words.class, codeName('classes', ticket.class)],
    [words.channel, codeName('channels', ticket.channel)],
    [words.recordedAt, <Instant key="at" at={ticket.recordedAt} />],
    [texts.reassignments, ticket.escalation.reassignments || null],
    [texts.imported, imported && `${imported.system} ${imported.id}`],
    [
      texts.importedAt,
      imported && (
        <>
          <Instant at={imported.at} /> · {imported.by}
        </>
      ),
    ],
    [texts.relatedTo, ticket.relatedTo && <TicketLink number={ticket.relatedTo} />],
    [texts.parent, ticket.parent && <TicketLink number={ticket.parent} />],
    [texts.duplicates, ticket.duplicates.length > 0 ? <TicketLinks numbers={ticket.duplicates} /> : null],
    [texts.problem, ticket.problem],
  ]
}

/** What the ticket says of itself; fields without a value are left out. */
export const Details = ({ ticket }: { readonly ticket: TicketForStaff }) => (
  <section class="card stack tight" aria-label={t.value.ticket.facts}>
    <h2>{t.value.ticket.facts}</h2>
    <dl class="facts">
      {factsOf(ticket)
        .filter(([, fact]) => fact !== null)
        .map(([label, fact]) => (
          <>
            <dt key={label}>{label}</dt>
            <dd dir="auto">{fact}</dd>
          </>
        ))}
    </dl>
  </section>
)
