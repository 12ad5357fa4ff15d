import type { Log } from '../shared/application/ports.ts'

type Facts = Parameters<Log['info']>[1]

const line = (message: string, facts: Facts = {}): string =>
  [message, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ')

/** One line per message on the terminal; failures with their stack on the error output. */
export const consoleLog: Log = {
  info: (message, facts) => console.log(line(message, facts)),
  error: (message, error, facts) => console.error(line(message, facts), ...(error === null ? [] : [error])),
}
