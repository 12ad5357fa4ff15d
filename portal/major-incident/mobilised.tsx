import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'
import { Children, type ChildrenProps } from './children.tsx'
import type { Begin } from './do-major.ts'
import { ROLES } from './major-act.ts'
import { PartAct } from './major-acts.tsx'
import { Part } from './part.tsx'

type Props = { readonly procedure: ProcedureView; readonly begin: Begin }

const Roles = ({ procedure, begin }: Props) => {
  const { major } = t.value
  const { roles } = procedure
  return (
    <Part title={major.people}>
      <dl class="facts">
        {ROLES.filter((role) => role === 'commander' || roles[role] !== null).map((role) => (
          <>
            <dt>{major.roles[role]}</dt>
            <dd dir="auto">{roles[role]?.name ?? major.nobody}</dd>
          </>
        ))}
      </dl>
      <PartAct act="set-major-roles" procedure={procedure} begin={begin} />
    </Part>
  )
}

const Visit = ({ procedure, begin }: Props) => {
  const { major } = t.value
  const { visit } = procedure
  return (
    <Part title={major.onSite}>
      {visit === null ? (
        <p class="muted">{major.nobody}</p>
      ) : (
        <>
          <p>
            <strong>{visit.engineer.name}</strong>, {visit.place}
          </p>
          <p>
            <span class={visit.arrivedAt === null ? 'tag soon' : 'tag ok'}>
              {visit.arrivedAt === null ? major.appointedFor : major.arrived}
            </span>{' '}
            <Instant at={visit.arrivedAt ?? visit.appointedFor} />
          </p>
        </>
      )}
      <div class="row">
        <PartAct act="note-arrival" procedure={procedure} begin={begin} isPressing />
        <PartAct act="send-on-site" procedure={procedure} begin={begin} />
      </div>
    </Part>
  )
}

const Resources = ({ procedure, begin }: Props) => {
  const { major } = t.value
  return (
    <Part title={major.resources}>
      {procedure.resources.length === 0 && <p class="muted">{major.none}</p>}
      <ul class="stack tight">
        {procedure.resources.map(({ id, what, arrangedAt, requestedAt, note }) => (
          <li key={id}>
            <span class={arrangedAt ? 'tag ok' : 'tag soon'}>{arrangedAt ? major.arranged : major.requested}</span>{' '}
            <bdi>{what}</bdi>{' '}
            <span class="muted">
              <Instant at={arrangedAt ?? requestedAt} /> {note}
            </span>{' '}
            {arrangedAt === null && (
              <PartAct
                act="arrange-resource"
                procedure={procedure}
                begin={begin}
                preset={{ resource: id }}
                about={what}
              />
            )}
          </li>
        ))}
      </ul>
      <PartAct act="request-resource" procedure={procedure} begin={begin} />
    </Part>
  )
}

const Vendor = ({ vendor }: Pick<ProcedureView, 'vendor'>) => {
  const { major } = t.value
  return (
    <Part title={major.vendor}>
      <p dir="auto">{[vendor?.name ?? major.nobody, vendor?.reference].filter(Boolean).join(', ')}</p>
    </Part>
  )
}

/** MAJ-3, MAJ-8: who and what has been called in, and what hangs below; each with what may be done about it. */
export const Mobilised = (props: ChildrenProps) => (
  <>
    <Roles {...props} />
    <Visit {...props} />
    {props.procedure.vendor && <Vendor vendor={props.procedure.vendor} />}
    <Resources {...props} />
    <Children {...props} />
  </>
)
