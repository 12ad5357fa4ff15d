import { AwsClient } from 'aws4fetch'
import { CREDENTIALS, type Emulator, REGION } from './emulator.ts'

/** Services that speak JSON, as they name themselves in their requests. */
const TARGETS = {
  'cognito-idp': { prefix: 'AWSCognitoIdentityProviderService', version: '1.1' },
  dynamodb: { prefix: 'DynamoDB_20120810', version: '1.0' },
  events: { prefix: 'AWSEvents', version: '1.1' },
  sqs: { prefix: 'AmazonSQS', version: '1.0' },
  states: { prefix: 'AWSStepFunctions', version: '1.0' },
} as const

type Rule = { readonly Name: string; readonly EventPattern?: string }
type Target = { readonly Arn: string }
type Machine = { readonly name: string; readonly stateMachineArn: string }
type Execution = { readonly name: string; readonly status: string }

/** The emulated account behind the desk: what its owner and the services of AWS do there, not the desk itself. */
export class Account {
  readonly #emulator: Emulator
  readonly #client = new AwsClient({ ...CREDENTIALS, region: REGION })

  constructor(emulator: Emulator) {
    this.#emulator = emulator
  }

  /** @throws Error with the service's answer when it refuses */
  async ask<Answer>(service: keyof typeof TARGETS, operation: string, body: object): Promise<Answer> {
    const { prefix, version } = TARGETS[service]
    const headers = { 'x-amz-target': `${prefix}.${operation}`, 'content-type': `application/x-amz-json-${version}` }
    const init = { method: 'POST', body: JSON.stringify(body), headers, aws: { service, region: REGION } }
    const text = await this.#answered(this.#client.fetch(this.#emulator.endpoint, init), operation)
    return (text ? JSON.parse(text) : {}) as Answer
  }

  async store(bucket: string, key: string, body: string | Uint8Array<ArrayBuffer>, mimeType = ''): Promise<void> {
    await this.#s3(`${bucket}/${key}`, { method: 'PUT', body, headers: { 'content-type': mimeType } })
  }

  /** In XML, as S3 answers. */
  async tagsOf(bucket: string, key: string): Promise<string> {
    return this.#s3(`${bucket}/${key}?tagging`)
  }

  /** The only bucket whose name holds the word. */
  async bucketNamed(word: string): Promise<string> {
    const names = [...(await this.#s3('')).matchAll(/<Name>([^<]+)/g)].map(([, name = '']) => name)
    const [found, ...others] = names.filter((name) => name.includes(word))
    if (!found || others.length > 0) throw new Error(`not one bucket with "${word}" among ${names.join(', ')}`)
    return found
  }

  /** Asks a service that speaks forms and XML. */
  async query(service: 'email' | 'monitoring', fields: Readonly<Record<string, string>>): Promise<string> {
    const aws = { service: service === 'email' ? 'ses' : service, region: REGION }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const init = { method: 'POST', body: new URLSearchParams(fields).toString(), headers, aws }
    return this.#answered(this.#client.fetch(this.#emulator.endpoint, init), fields['Action'] ?? '')
  }

  async functionNamed(prefix: string): Promise<string> {
    const { Functions } = JSON.parse(await this.#lambda('', 'GET')) as {
      Functions: readonly { FunctionName: string }[]
    }
    const found = Functions.find(({ FunctionName }) => FunctionName.startsWith(prefix))
    if (!found) throw new Error(`no function "${prefix}…"`)
    return found.FunctionName
  }

  /** Has a function run, and waits for nothing: what fails is tried again and ends among its dead letters. */
  async invoke(functionName: string, event: object): Promise<void> {
    await this.#lambda(`${functionName}/invocations`, 'POST', event, { 'x-amz-invocation-type': 'Event' })
  }

  /**
   * What EventBridge does with an event of a service of AWS, which nobody else may put on the bus: has the targets of every rule run
   * whose pattern it meets. @returns how many rules there were
   */
  async deliver(event: object): Promise<number> {
    const { Rules } = await this.ask<{ Rules: readonly Rule[] }>('events', 'ListRules', {})
    let listening = 0
    for (const { Name: Rule, EventPattern } of Rules) {
      if (!EventPattern) continue
      const asked = { EventPattern, Event: JSON.stringify(event) }
      const { Result } = await this.ask<{ Result: boolean }>('events', 'TestEventPattern', asked)
      if (!Result) continue
      listening += 1
      const { Targets } = await this.ask<{ Targets: readonly Target[] }>('events', 'ListTargetsByRule', { Rule })
      for (const { Arn } of Targets) await this.invoke(Arn.split(':function:')[1] ?? Arn, event)
    }
    return listening
  }

  async lettersIn(QueueUrl: string): Promise<number> {
    const AttributeNames = ['ApproximateNumberOfMessages']
    const asked = { QueueUrl, AttributeNames }
    const { Attributes } = await this.ask<{ Attributes: Record<string, string> }>('sqs', 'GetQueueAttributes', asked)
    return Number(Attributes['ApproximateNumberOfMessages'])
  }

  /** The executions of a state machine, by what their names begin with. @returns how they stand */
  async executions(machine: string, prefix: string): Promise<readonly string[]> {
    const { stateMachines } = await this.ask<{ stateMachines: readonly Machine[] }>('states', 'ListStateMachines', {})
    const stateMachineArn = stateMachines.find(({ name }) => name === machine)?.stateMachineArn
    const { executions } = await this.ask<{ executions: readonly Execution[] }>('states', 'ListExecutions', {
      stateMachineArn,
    })
    return executions.filter(({ name }) => name.startsWith(prefix)).map(({ status }) => status)
  }

  async reconfigure(functionName: string, settings: object): Promise<void> {
    await this.#lambda(`${functionName}/configuration`, 'PUT', settings)
  }

  async #lambda(path: string, method: 'GET' | 'POST' | 'PUT', body?: object, headers: Record<string, string> = {}) {
    const url = `${this.#emulator.endpoint}/2015-03-31/functions/${path}`
    const init = { method, headers, aws: { service: 'lambda', region: REGION } }
    return this.#answered(this.#client.fetch(url, { ...init, ...(body && { body: JSON.stringify(body) }) }), path)
  }

  async #s3(path: string, init: RequestInit = {}): Promise<string> {
    const aws = { service: 's3', region: REGION }
    return this.#answered(this.#client.fetch(`${this.#emulator.endpoint}/${path}`, { ...init, aws }), path)
  }

  async #answered(asked: Promise<Response>, what: string): Promise<string> {
    const response = await asked
    const text = await response.text()
    if (!response.ok) throw new Error(`${what}: ${response.status} ${text}`)
    return text
  }
}
