import type { Dashboard } from '../../shared/contract/dashboard-endpoints.ts'
import { Instant } from '../parts/instant.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { t } from '../texts/texts.ts'
import { TicketLine } from './ticket-line.tsx'

type Waiting = Pick<Dashboard, 'majorWaits'>

/** MAJ-5 to MAJ-7: what is still to be done for those that are solved; each figure leads to its list. */
const Waits = ({ majorWaits }: Waiting) => {
  const { waits: names } = t.value.major
  const some = majorWaits.filter(({ count }) => count > 0)
  return some.length === 0 ? null : (
    <p class="row">
      {some.map(({ waits, count, query }) => (
        <a key={waits} class="button" href={`/tickets?${query}`}>
          {names[waits]} <span class="number">{count}</span>
        </a>
      ))}
    </p>
  )
}

const Major = ({ row }: { readonly row: Dashboard['majors'][number] }) => (
  <li>
    <TicketLine row={row} />
    <span class="row">
      {row.majorWaits ? (
        <span class="tag soon">{t.value.major.waits[row.majorWaits]}</span>
      ) : (
        <StateTag state={row.state} />
      )}{' '}
      <Instant at={row.recordedAt} />
    </span>
  </li>
)

/** MAJ-9: what everybody looks for first while there is one; each leads to its war room. */
export const Majors = ({ majors, majorWaits }: Waiting & Pick<Dashboard, 'majors'>) =>
  majors.length === 0 ? null : (
    <section class="card stack tight due-next majors" aria-labelledby="majors">
      <div class="row spread">
        <h2 id="majors">{t.value.major.title}</h2>
        <Waits majorWaits={majorWaits} />
      </div>
      <ol>
        {majors.map((row) => (
          <Major key={row.number} row={row} />
        ))}
      </ol>
    </section>
  )
