import type { Instant } from '../instant.ts'
import type { Desk } from '../setting/desk.ts'
import type { Rota, RotaSubject } from './rota.ts'
import { onCallOrder, whoIsOnCall } from './who-is-on-call.ts'

const isSame = (a: RotaSubject, b: RotaSubject): boolean =>
  a.kind === 'group' && b.kind === 'group' ? a.group === b.group : a.kind === b.kind

type Covered = Pick<Desk, 'rotas' | 'calendars' | 'staff'>

/** The rotas that say whose duty the subject is. */
const rotasOf = ({ rotas }: Pick<Desk, 'rotas'>, subject: RotaSubject): readonly Rota[] =>
  [...rotas.values()].filter((rota) => isSame(rota.subject, subject))

const askedBy =
  (ask: typeof whoIsOnCall) =>
  (desk: Covered, subject: RotaSubject, at: Instant): readonly string[] => {
    const people = rotasOf(desk, subject).flatMap((rota) => ask(rota, at, desk.calendars))
    return [...new Set(people)].filter((id) => desk.staff.get(id)?.active)
  }

/** ONC-1: the active people on duty for the subject at the instant; empty where no rota covers it, and in a gap. */
export const onDuty = askedBy(whoIsOnCall)

/** ONC-1: those on duty first, then the others in the order in which they are asked next; empty where `onDuty` is. */
export const askedInOrder = (desk: Covered, subject: RotaSubject, at: Instant): readonly string[] => {
  const first = onDuty(desk, subject, at)
  return first.length === 0 ? [] : [...new Set([...first, ...askedBy(onCallOrder)(desk, subject, at)])]
}
