import type { Log } from '../../shared/application/ports.ts'

/**
 * One line of JSON per message, with the fields by which Lambda filters its logs. Facts are ids and counts, never personal
 * data; which function wrote it is the log group's name.
 */
export const jsonLog = (write: (line: string) => unknown = (line) => process.stdout.write(line)): Log => {
  const put = (level: 'INFO' | 'ERROR', message: string, facts: object): void => {
    write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, message, ...facts })}\n`)
  }
  return {
    info: (message, facts = {}) => put('INFO', message, facts),
    error: (message, error, facts = {}) => put('ERROR', message, { ...facts, error: described(error) }),
  }
}

const described = (error: unknown) =>
  error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { message: String(error) }
