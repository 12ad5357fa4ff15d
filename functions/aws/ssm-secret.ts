import { env } from './env.ts'
import { readParameter } from './parameter-store.ts'

/** The key for signed reply addresses and links, made once by create-secret.ts; read once per process. */
export const ssmSecret = (): (() => Promise<Uint8Array>) => {
  const name = env('SECRET_PARAMETER')
  let known: Promise<Uint8Array> | null = null
  const forget = (error: unknown): never => {
    known = null
    throw error
  }
  return () => {
    known ??= readParameter(name).then((value) => Buffer.from(value, 'base64'), forget)
    return known
  }
}
