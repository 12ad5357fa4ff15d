import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import type { BodyFor } from '../api/call.ts'
import type { Called } from '../api/routes.ts'
import type { Values } from '../form/form-state.ts'

export type MajorAct = ProcedureView['allowedActs'][number]

/** The operation behind each act of the procedure. */
export const MAJOR_OPERATIONS = {
  'judge-major': 'judgeMajor',
  'demote-major': 'demoteMajor',
  'set-major-roles': 'setMajorRoles',
  'send-on-site': 'sendOnSite',
  'note-arrival': 'noteArrival',
  'request-resource': 'requestResource',
  'arrange-resource': 'arrangeResource',
  'ask-second-line': 'askSecondLine',
  'involve-vendor': 'involveVendor',
  'update-audience': 'updateAudience',
  'review-solution': 'reviewSolution',
  'write-report': 'writeReport',
  'approve-report': 'approveReport',
  'send-report': 'sendReport',
  'attach-child': 'attachChild',
  'detach-child': 'detachChild',
  contact: 'contact',
} as const satisfies Readonly<Record<MajorAct, Called>>

export const ROLES = ['commander', 'communications', 'scribe', 'technical'] as const

type BodyOfAct<A extends MajorAct> = BodyFor<(typeof MAJOR_OPERATIONS)[A]>
type Bodies = { readonly [A in MajorAct]: (values: Values, procedure: ProcedureView) => BodyOfAct<A> }

const said = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined)
const because = ({ reason = '' }: Values) => ({ reason })
const instant = (local = ''): string => new Date(local).toISOString()

/** Only what differs: a role left alone stays as it is, one that is emptied is taken away. */
const roles = (values: Values, procedure: ProcedureView): BodyOfAct<'set-major-roles'> => ({
  roles: Object.fromEntries(
    ROLES.flatMap((role) => {
      const name = said(values[role])
      if (name === (procedure.roles[role]?.name ?? undefined)) return []
      return [[role, name === undefined ? null : { name }]]
    }),
  ),
})

const version = (_: Values, { report }: ProcedureView) => ({ version: report?.version ?? 1 })

/** What each form sends; fields left empty are left out. */
export const MAJOR_BODIES: Bodies = {
  'judge-major': (values) => ({ confirmed: values['confirmed'] === 'yes', ...because(values) }),
  'demote-major': because,
  'set-major-roles': roles,
  'send-on-site': ({ engineer = '', place = '', appointedFor }) => ({
    engineer: { name: engineer },
    place,
    appointedFor: instant(appointedFor),
  }),
  'note-arrival': () => ({}),
  'request-resource': ({ what = '' }) => ({ what }),
  'arrange-resource': ({ resource = '', note = '' }) => ({ resource, note }),
  'ask-second-line': because,
  'involve-vendor': (values) => ({
    vendor: values['vendor'] ?? '',
    reference: said(values['reference']),
    ...because(values),
  }),
  'update-audience': ({ audience, text = '' }) => ({
    audience: audience === 'management' ? 'management' : 'requesters',
    text,
  }),
  'review-solution': (values) => ({ satisfied: values['satisfied'] === 'yes', reason: said(values['reason']) }),
  'write-report': ({ text = '' }) => ({ text }),
  'approve-report': version,
  'send-report': version,
  'attach-child': ({ child = '' }) => ({ child: child.trim().toUpperCase() }),
  'detach-child': ({ child = '' }) => ({ child }),
  contact: ({ note = '', reached }) => ({
    medium: 'phone',
    reached: reached === 'yes',
    note,
    faultConfirmed: reached === 'yes',
  }),
}

/** Done by one click, as nothing has to be said. */
export const WITHOUT_FORM: ReadonlySet<MajorAct> = new Set(['note-arrival'])

/** What moves the procedure on, by step; the first is the button one sees. */
const MOVES_ON: Readonly<Partial<Record<ProcedureView['stage'], readonly MajorAct[]>>> = {
  candidate: ['judge-major'],
  mobilising: ['set-major-roles', 'send-on-site'],
  'first-line': ['ask-second-line', 'involve-vendor'],
  'second-line': ['involve-vendor'],
  vendor: ['involve-vendor'],
  review: ['review-solution'],
  'call-back': ['contact'],
}

const isDone = (act: MajorAct, { roles: held, visit, vendor }: ProcedureView): boolean => {
  if (act === 'set-major-roles') return held.commander !== null
  if (act === 'send-on-site') return visit !== null
  return act === 'involve-vendor' && Boolean(vendor?.name)
}

/** What leads to another step; everything else stands beside what it changes. */
export const leadingActs = (procedure: ProcedureView): readonly MajorAct[] => {
  const { stage, allowedActs } = procedure
  const first = (MOVES_ON[stage] ?? []).filter((act) => !isDone(act, procedure))
  return [...first, 'demote-major' as const].filter((act) => allowedActs.includes(act))
}

const HALF_HOUR_MS = 1_800_000
const FIVE_MINUTES_MS = 300_000

/** In half an hour, on a round minute of the reader's own clock, as a field for a moment holds it. */
const soon = (nowMs: number): string => {
  const at = new Date(Math.ceil((nowMs + HALF_HOUR_MS) / FIVE_MINUTES_MS) * FIVE_MINUTES_MS)
  return `${at.toLocaleDateString('sv')}T${at.toLocaleTimeString('sv').slice(0, 5)}`
}

type Here = { readonly place: string; readonly nowMs: number }

/** What the fields hold before anybody types. */
export const initialOf = (act: MajorAct, procedure: ProcedureView, { place, nowMs }: Here): Values => {
  switch (act) {
    case 'set-major-roles':
      return Object.fromEntries(ROLES.map((role) => [role, procedure.roles[role]?.name ?? '']))
    case 'send-on-site':
      return {
        engineer: procedure.visit?.engineer.name ?? '',
        place: procedure.visit?.place ?? place,
        appointedFor: soon(nowMs),
      }
    case 'arrange-resource':
      return { resource: procedure.resources.find(({ arrangedAt }) => arrangedAt === null)?.id ?? '' }
    case 'involve-vendor':
      return { vendor: procedure.vendor?.name ?? '', reference: procedure.vendor?.reference ?? '' }
    case 'contact':
      return { reached: 'yes' }
    default:
      return {}
  }
}
