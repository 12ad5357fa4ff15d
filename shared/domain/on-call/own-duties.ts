import { type Instant, plus } from '../instant.ts'
import type { Desk } from '../setting/desk.ts'
import type { Rota } from './rota.ts'
import { shiftsBetween } from './shifts.ts'

export type Duty = { readonly rota: Rota; readonly until: Instant }

/** Nobody wants to know how long a duty lasts that lasts for longer. */
const LOOKED_AHEAD_MS = 14 * 86_400_000

/** ONC-1: what the person is on duty for at the instant, and until when: two weeks later at most. */
export const dutiesOf = (desk: Pick<Desk, 'rotas' | 'calendars'>, person: string, at: Instant): readonly Duty[] =>
  [...desk.rotas.values()].flatMap((rota) => {
    let until = at
    for (const { from, to, people } of shiftsBetween(rota, at, plus(at, LOOKED_AHEAD_MS), desk.calendars)) {
      if (from !== until || !people.includes(person)) break
      until = to
    }
    return until === at ? [] : [{ rota, until }]
  })
