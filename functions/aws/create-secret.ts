import { randomBytes } from 'node:crypto'
import type { Step } from './custom-resource.ts'
import { createParameter } from './parameter-store.ts'

const SECRET_BYTES = 32

/**
 * Makes the parameter that ssm-secret.ts reads, once: one that is there is kept, and it is never deleted, because what
 * it has signed is in people's mailboxes.
 */
export const createSecret: Step = async ({ type, properties }) => {
  const { Name: name = '' } = properties
  if (type !== 'Delete') await createOnce(name, randomBytes(SECRET_BYTES).toString('base64'))
  return name
}

const createOnce = async (name: string, value: string): Promise<void> => {
  try {
    await createParameter(name, value, 'Signs the links and reply addresses of the service desk')
  } catch (error) {
    if (!(error instanceof Error && error.message === 'ParameterAlreadyExists')) throw error
  }
}
