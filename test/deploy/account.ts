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

  async store(bucket: string, key: string, body: string): Promise<void> {
    const url = `${this.#emulator.endpoint}/${bucket}/${key}`
    await this.#answered(this.#client.fetch(url, { method: 'PUT', body, aws: { service: 's3', region: REGION } }), key)
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

  async #lambda(path: string, method: 'POST' | 'PUT', body: object, headers: Record<string, string> = {}) {
    const url = `${this.#emulator.endpoint}/2015-03-31/functions/${path}`
    const aws = { service: 'lambda', region: REGION }
    await this.#answered(this.#client.fetch(url, { method, body: JSON.stringify(body), headers, aws }), path)
  }

  async #answered(asked: Promise<Response>, what: string): Promise<string> {
    const response = await asked
    const text = await response.text()
    if (!response.ok) throw new Error(`${what}: ${response.status} ${text}`)
    return text
  }
}
