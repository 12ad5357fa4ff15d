import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'
import { Countdown } from './standing.tsx'

type Clock = ProcedureView['updates']['requesters']
const AUDIENCES = ['requesters', 'management'] as const

const Update = ({ clock: { last, dueAt } }: { readonly clock: Clock }) => {
  const { major } = t.value
  return (
    <>
      <p class="due">
        {dueAt === null ? (
          <span class="muted">{major.noUpdateDue}</span>
        ) : (
          <>
            {major.next} <Instant at={dueAt} /> <Countdown at={dueAt} />
          </>
        )}
      </p>
      {last === null ? (
        <p class="muted">{major.noUpdate}</p>
      ) : (
        <>
          <p class="muted">
            {major.lastUpdate(last.by)} <Instant at={last.at} />
          </p>
          <p class="said" dir="auto">
            {last.text}
          </p>
        </>
      )}
    </>
  )
}

/** MAJ-4: when each audience hears next, and what it heard last. */
export const UpdateClocks = ({ updates }: Pick<ProcedureView, 'updates'>) => {
  const { major } = t.value
  return (
    <>
      {AUDIENCES.map((audience) => (
        <section key={audience} class="major-part" aria-label={`${major.updates}: ${major.audiences[audience]}`}>
          <h3>
            {major.updates}: {major.audiences[audience]}
          </h3>
          <Update clock={updates[audience]} />
        </section>
      ))}
    </>
  )
}
