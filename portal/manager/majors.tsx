import type { Dashboard } from '../../shared/contract/dashboard-endpoints.ts'
import { Instant } from '../parts/instant.tsx'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { groupName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'

/** MAJ-9: what everybody looks for first while there is one; each leads to its war room. */
export const Majors = ({ rows }: { readonly rows: Dashboard['majors'] }) =>
  rows.length === 0 ? null : (
    <section class="card stack tight due-next majors" aria-labelledby="majors">
      <h2 id="majors">{t.value.major.title}</h2>
      <ol>
        {rows.map(({ number, title, priority, state, assignee, group, recordedAt }) => (
          <li key={number}>
            <PriorityMark priority={priority} />
            <span class="what">
              <a href={`/tickets/${number}`} dir="auto">
                {title}
              </a>
              <span class="muted">
                <span class="number">{number}</span> · {assignee?.name ?? groupName(group)}
              </span>
            </span>
            <span class="row">
              <StateTag state={state} /> <Instant at={recordedAt} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
