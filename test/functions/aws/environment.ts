import { afterAll, beforeAll } from 'vitest'

/** Sets what infra/ would set, for the tests of this file only. */
export const withEnvironment = (variables: Readonly<Record<string, string>>): void => {
  const before = { ...process.env }
  beforeAll(() => void Object.assign(process.env, { AWS_REGION: 'eu-west-1', ...variables }))
  afterAll(() => {
    process.env = before
  })
}
