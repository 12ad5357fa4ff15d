/** What somebody who starts the desk may choose (README, "Ports and data"). */
export type DeskOptions = {
  readonly port: number
  readonly smtpPort: number
  readonly dynamodbPort: number
  /** Folder everything is kept in; null = in memory, gone when the desk stops. */
  readonly dataFolder: string | null
}

/** What keeps the desk from starting, as one line that says what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}

const portFrom = (env: NodeJS.ProcessEnv, variable: string, usual: number): number => {
  const text = env[variable]
  if (text === undefined || text === '') return usual
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new CannotStart(`${variable}=${text} is not a port: give a number from 1 to 65535, e.g. ${variable}=${usual}.`)
}

/** @throws CannotStart when a variable cannot be understood */
export const optionsFrom = (env: NodeJS.ProcessEnv): DeskOptions => {
  const { FIRSTLINE_DATA: data = '' } = env
  return {
    port: portFrom(env, 'FIRSTLINE_PORT', 3000),
    smtpPort: portFrom(env, 'FIRSTLINE_SMTP_PORT', 2525),
    dynamodbPort: portFrom(env, 'FIRSTLINE_DYNAMODB_PORT', 8000),
    dataFolder: data === 'memory' ? null : data || '.local',
  }
}

/** Whether the desk begins with months that are over. @throws CannotStart when the variable cannot be understood */
export const withPastFrom = ({ FIRSTLINE_PAST: past = '' }: NodeJS.ProcessEnv): boolean => {
  if (past === '' || past === 'demo') return true
  if (past === 'none') return false
  throw new CannotStart(`FIRSTLINE_PAST=${past} is neither demo nor none.`)
}
