import { reportKey } from '../../shared/application/report-record.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Month } from '../../shared/domain/report/month.ts'
import type { Report } from '../../shared/domain/report/report.ts'
import type { PolicyWith } from '../history/log-policy.ts'
import { casesIn, type ReadCase } from '../history/read-log.ts'
import type { Importing, Target } from './import-case.ts'
import { type Ledger, type Left, openLedger } from './ledger.ts'
import { checkNames, translating } from './names.ts'
import { onceEach } from './once-each.ts'
import { takeOver } from './take-over.ts'

export type Imported = Ledger & {
  /** Months whose report was frozen before these tickets came. */
  readonly reported: readonly Month[]
}

type Options = {
  readonly dryRun: boolean
  /** Who does it (AUD-1). */
  readonly by: string
  readonly onLeft: (left: Left) => void
}

const stoppedAt = ({ line }: ReadCase, error: unknown): never => {
  const why = error instanceof Error ? error.message : String(error)
  throw new Error(`Stopped at line ${line}: ${why}\nWhat was taken over stays; start it again to go on.`, {
    cause: error,
  })
}

/** Cases that are written at the same time. */
const AT_ONCE = 8

const reportedMonths = async ({ store }: Target, months: ReadonlyMap<Month, Instant>): Promise<readonly Month[]> => {
  const reported: Month[] = []
  for (const [month, lastCame] of [...months].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const edition = (await store.load<Report>(reportKey(month)))?.state.editions.at(-1)
    if (edition && edition.asOf <= lastCame) reported.push(month)
  }
  return reported
}

const startImport = async (
  target: Target,
  policy: PolicyWith<'import'>,
  { dryRun, by }: Options,
): Promise<Importing> => {
  const desk = await target.settings.desk()
  checkNames(desk, policy)
  let tried = 0
  const nextNumber = dryRun ? async () => ++tried : target.store.nextNumber
  return { target, desk, policy, startedAt: target.clock.now(), by, nextNumber, dryRun }
}

/**
 * API-3: takes the closed cases of a log over into a desk: through its own commands in memory, by its own settings, and then written
 * whole, so that nobody is told and nothing wakes. Doing it again takes over what is not there yet.
 * @throws Error when the policy file speaks of what this desk does not have
 */
export const importLog = async (
  path: string,
  target: Target,
  policy: PolicyWith<'import'>,
  options: Options,
): Promise<Imported> => {
  const importing = await startImport(target, policy, options)
  const translate = translating(importing.desk, policy)
  const ledger = openLedger(importing.desk, policy, options.onLeft)

  const once = onceEach((past) => takeOver(importing, translate, past))
  const one = async (read: ReadCase): Promise<void> => {
    if ('case' in read) ledger.note(read.line, read.case.id, await once(read.line, read.case))
    else ledger.note(read.line, null, { is: 'left', why: 'unreadable', detail: read.unreadable })
  }

  const cases = casesIn(path, policy)
  const work = async (): Promise<void> => {
    for await (const read of cases) await one(read).catch((error) => stoppedAt(read, error))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const result = ledger.result()
  return { ...result, reported: await reportedMonths(target, result.months) }
}
