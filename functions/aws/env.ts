/**
 * What infra/ has set with a grant. Read when the adapter is made, so that a wrong deployment fails at its first start.
 * @throws Error that names the variable
 */
export const env = (name: string): string => {
  const value = optionalEnv(name)
  if (!value) throw new Error(`The environment variable ${name} is missing: grant what it belongs to in infra/.`)
  return value
}

export const optionalEnv = (name: string): string | undefined => process.env[name]
