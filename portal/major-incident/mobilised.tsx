import type { ComponentChildren } from 'preact'
import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'
import { ROLES } from './major-act.ts'

type Props = { readonly procedure: ProcedureView; readonly onDetach: ((child: string) => void) | null }

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="major-part" aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
)

const Roles = ({ procedure: { roles, visit, vendor } }: { readonly procedure: ProcedureView }) => {
  const { major } = t.value
  return (
    <Part title={major.people}>
      <dl class="facts">
        {ROLES.filter((role) => role === 'commander' || roles[role] !== null).map((role) => (
          <>
            <dt>{major.roles[role]}</dt>
            <dd dir="auto">{roles[role]?.name ?? major.nobody}</dd>
          </>
        ))}
        {visit && (
          <>
            <dt>{major.onSite}</dt>
            <dd>
              {visit.engineer.name}, {visit.place}, {visit.arrivedAt === null ? major.appointedFor : major.arrived}{' '}
              <Instant at={visit.arrivedAt ?? visit.appointedFor} />
            </dd>
          </>
        )}
        {vendor?.name && (
          <>
            <dt>{major.vendor}</dt>
            <dd dir="auto">{[vendor.name, vendor.reference].filter(Boolean).join(', ')}</dd>
          </>
        )}
      </dl>
    </Part>
  )
}

const Resources = ({ resources }: Pick<ProcedureView, 'resources'>) => {
  const { major } = t.value
  return (
    <Part title={major.resources}>
      <ul>
        {resources.map(({ id, what, arrangedAt, requestedAt, note }) => (
          <li key={id}>
            <span class={arrangedAt ? 'tag ok' : 'tag soon'}>{arrangedAt ? major.arranged : major.requested}</span>{' '}
            {what} <Instant at={arrangedAt ?? requestedAt} />
            {note !== null && <small class="muted"> {note}</small>}
          </li>
        ))}
      </ul>
    </Part>
  )
}

const Children = ({ children, onDetach }: Pick<ProcedureView, 'children'> & Pick<Props, 'onDetach'>) => {
  const { major } = t.value
  return (
    <Part title={`${major.children} (${children.length})`}>
      <ul class="row">
        {children.map((child) => (
          <li key={child} class="row">
            <a href={`/tickets/${child}`}>{child}</a>
            {onDetach && (
              <button
                type="button"
                class="button plain icon"
                aria-label={major.detach(child)}
                onClick={() => onDetach(child)}
              >
                ✕
              </button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

const Report = ({ report }: Pick<ProcedureView, 'report'>) => {
  const { major } = t.value
  const state = report?.sentAt ? 'sent' : report?.approved ? 'approved' : 'written'
  return (
    <Part title={major.report}>
      <p>
        <span class={state === 'sent' ? 'tag ok' : 'tag soon'}>{major.reportStates[report ? state : 'none']}</span>{' '}
        {report && <span class="muted">{major.version(report.version)}</span>}
      </p>
      {report && (
        <details>
          <summary>{major.report}</summary>
          <div class="said major-report">{report.text}</div>
        </details>
      )}
    </Part>
  )
}

const isAfterSolution = ({ stage, report }: ProcedureView): boolean =>
  report !== null || stage === 'report' || stage === 'call-back'

/** MAJ-3, MAJ-6, MAJ-8: who and what has been called in, what hangs below, and the report. */
export const Mobilised = ({ procedure, onDetach }: Props) => (
  <>
    <Roles procedure={procedure} />
    {procedure.resources.length > 0 && <Resources resources={procedure.resources} />}
    {procedure.children.length > 0 && <Children children={procedure.children} onDetach={onDetach} />}
    {isAfterSolution(procedure) && <Report report={procedure.report} />}
  </>
)
