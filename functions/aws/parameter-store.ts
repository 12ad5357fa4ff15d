import { awsHttp } from './aws-http.ts'

/** Systems Manager's answer: what was asked for, or the name of what went wrong. */
type Answer = { readonly __type?: string; readonly Parameter?: { readonly Value?: string } }

/** One call to the parameter store. @throws Error with Systems Manager's own name for what went wrong */
const callParameterStore = async (action: string, input: Readonly<Record<string, unknown>>): Promise<Answer> => {
  const { client, base } = awsHttp('ssm')
  const response = await client.fetch(`${base}/`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AmazonSSM.${action}` },
  })
  const answer: Answer = await response.json()
  if (response.ok) return answer
  throw new Error(answer.__type?.split('#').at(-1) ?? `Systems Manager answered ${response.status}`)
}

/** @throws Error when there is none, or it may not be read */
export const readParameter = async (name: string): Promise<string> => {
  const { Parameter: parameter } = await callParameterStore('GetParameter', { Name: name, WithDecryption: true })
  if (!parameter?.Value) throw new Error(`The parameter ${name} is empty.`)
  return parameter.Value
}

/** Encrypted under the account's own key for parameters. @throws Error `ParameterAlreadyExists` rather than overwrite */
export const createParameter = async (name: string, value: string, description: string): Promise<void> => {
  await callParameterStore('PutParameter', {
    Name: name,
    Value: value,
    Description: description,
    Type: 'SecureString',
    Overwrite: false,
  })
}
