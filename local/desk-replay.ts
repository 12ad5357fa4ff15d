import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isLanguage } from '../shared/domain/language.ts'
import { isMonth } from '../shared/domain/report/month.ts'
import { readLogPolicy } from './history/log-policy.ts'
import { linesTo } from './lines-to.ts'
import { printedReplay } from './replay/printed.ts'
import { replayLog } from './replay/replay-log.ts'

const SAMPLE_POLICY = join(import.meta.dirname, 'replay-servicenow.json')

const given = (args: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      policy: { type: 'string', default: SAMPLE_POLICY },
      report: { type: 'string' },
      language: { type: 'string', default: 'en' },
      sent: { type: 'string' },
    },
  })
  const { policy, report = null, language, sent = null } = values
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error('Name one file: the log to be replayed.')
  if (report !== null && !isMonth(report)) throw new Error(`--report ${report} is no month: write it as 2016-03.`)
  if (!isLanguage(language)) throw new Error(`--language ${language} is not known: en or zh-CN.`)
  return { file, policy, report, language, sent }
}

const BYTES_PER_KB = 1024
const BYTES_PER_MB = 1_000_000

/**
 * ESC-10, API-3: replays a log of past tickets through the desk's own commands and prints what came of it. `--policy` names
 * what they are judged by, `--report` one month, `--sent` a file for every notice that would have been sent, and when.
 * @returns 1 when reassignments or waiting time are not those of the log, 2 when it cannot be done
 */
export const runReplay = async (args: readonly string[], print: (line: string) => unknown): Promise<number> => {
  try {
    const { file, policy, report, language, sent } = given(args)
    const startedMs = performance.now()
    const notices = await linesTo(sent)
    const replayed = await replayLog(file, await readLogPolicy(policy, 'replay'), {
      month: report,
      onSent: notices.add,
    })
    await notices.end()
    const usage = process.resourceUsage()
    const cost = {
      seconds: (performance.now() - startedMs) / 1000,
      processorSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1_000_000,
      memoryMb: (usage.maxRSS * BYTES_PER_KB) / BYTES_PER_MB,
    }
    for (const line of printedReplay(replayed, cost, language)) print(line)
    return replayed.reconciliation.unequal.length > 0 ? 1 : 0
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    return 2
  }
}
