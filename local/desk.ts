import { runDrill } from './desk-drill.ts'
import { runImport } from './desk-import.ts'
import { runMail } from './desk-mail.ts'
import { runReplay } from './desk-replay.ts'
import { runReplayDead } from './desk-replay-dead.ts'
import { runSla } from './desk-sla.ts'
import { runVerify } from './desk-verify.ts'

const USAGE = `Usage:
  npm run desk -- mail FILE…          what the intake makes of raw mails, one JSON line each
  npm run desk -- sla VECTORS.json…   computes working-time vectors, one JSON line each
  npm run desk -- verify [TABLE]       whether the history is as it was written: of a deployed table, or of the desk running here
  npm run desk -- replay FILE [--policy FILE] [--report YYYY-MM] [--language en|zh-CN] [--sent FILE]
                                       a log of past tickets through the desk's own commands, in memory
  npm run desk -- import STAGE FILE --policy FILE [--dry-run] [--left FILE] [--language en|zh-CN]
                                       the closed tickets of another desk into the table of a deployed desk (or "local")
  npm run desk -- drill STAGE [AT]     restores the table of a deployed desk (or "local") into a new one, as of AT, and compares the two
  npm run desk -- replay-dead STAGE   hands the undelivered events of a deployed desk to its functions once more`

const COMMANDS = {
  mail: runMail,
  sla: runSla,
  verify: runVerify,
  replay: runReplay,
  import: runImport,
  drill: runDrill,
  'replay-dead': runReplayDead,
} as const

const isCommand = (word: string | undefined): word is keyof typeof COMMANDS => word !== undefined && word in COMMANDS

const [word, ...files] = process.argv.slice(2)

if (isCommand(word) && (files.length > 0 || word === 'verify')) {
  // a reader that has seen enough, such as head, is no error
  process.stdout.on('error', () => process.exit(0))
  const exitCode = await COMMANDS[word](files, (line) => process.stdout.write(`${line}\n`))
  process.exitCode = exitCode ?? 0
} else {
  console.error(USAGE)
  process.exitCode = 2
}
