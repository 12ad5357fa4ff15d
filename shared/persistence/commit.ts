import { randomUUID } from 'node:crypto'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Commit, CommitOutcome } from '../application/ports.ts'
import { verdictOn } from './cancellation.ts'
import { refuseOversize } from './limits.ts'
import { MAX_ATTEMPTS, pauseMs } from './retry.ts'
import type { TableAccess } from './table-access.ts'
import { type Write, writesOf } from './transaction.ts'

/**
 * The one transaction of a command. Its token makes it safe to send again what was applied but whose answer was lost:
 * the SDK does so on its own, and DynamoDB then answers `done` instead of finding the version moved by ourselves.
 */
export const commitTo =
  (access: TableAccess) =>
  async (commit: Commit): Promise<CommitOutcome> => {
    const now = access.clock.now()
    let writes = writesOf(commit, access.tableName, now)
    let token = randomUUID()
    refuseOversize(writes)
    for (let attempt = 1; ; attempt++) {
      try {
        await send(access, writes, token)
        return { kind: 'done' }
      } catch (error) {
        const verdict = verdictOn(error, writes, now)
        if (verdict.kind === 'outcome') return verdict.outcome
        if (verdict.kind === 'failure' || attempt === MAX_ATTEMPTS) throw error
        if (verdict.kind !== 'undecided') token = randomUUID()
        if (verdict.kind === 'again') writes = verdict.writes
        else await access.sleep(pauseMs(attempt, access.random()))
      }
    }
  }

const send = async ({ client }: TableAccess, writes: readonly Write[], token: string): Promise<void> => {
  await client.send(
    new TransactWriteCommand({ TransactItems: writes.map(({ put }) => ({ Put: put })), ClientRequestToken: token }),
  )
}
