import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'
import type { Begin } from './do-major.ts'
import { PartAct } from './major-acts.tsx'
import { Part } from './part.tsx'
import { Countdown } from './standing.tsx'

type Clock = ProcedureView['updates']['requesters']
const AUDIENCES = ['requesters', 'management'] as const

const Due = ({ clock: { dueAt, missed } }: { readonly clock: Clock }) => {
  const { major } = t.value
  if (dueAt === null) return <p class="muted">{major.noUpdateDue}</p>
  return (
    <p class="due">
      {major.next} <Instant at={dueAt} /> <Countdown at={dueAt} />{' '}
      {missed > 0 && <span class="tag late">{missed === 1 ? major.reminded : major.escalated}</span>}
    </p>
  )
}

const Last = ({ last }: Pick<Clock, 'last'>) => {
  const { major } = t.value
  if (last === null) return <p class="muted">{major.noUpdate}</p>
  return (
    <>
      <p class="muted">
        {major.lastUpdate(last.by)} <Instant at={last.at} />
      </p>
      <p class="said" dir="auto">
        {last.text}
      </p>
    </>
  )
}

type Props = { readonly procedure: ProcedureView; readonly begin: Begin }

/** MAJ-4: when each audience hears next, what it heard last, and the way to tell it. */
export const UpdateClocks = ({ procedure, begin }: Props) => {
  const { major } = t.value
  return (
    <>
      {AUDIENCES.map((audience) => {
        const clock = procedure.updates[audience]
        return (
          <Part key={audience} title={`${major.updates}: ${major.audiences[audience]}`}>
            <Due clock={clock} />
            <Last last={clock.last} />
            <PartAct
              act="update-audience"
              procedure={procedure}
              begin={begin}
              preset={{ audience }}
              about={major.audiences[audience]}
              isPressing={clock.missed > 0}
            />
          </Part>
        )
      })}
    </>
  )
}
