import { setTimeout as sleep } from 'node:timers/promises'
import { SESClient, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { AwsClient } from 'aws4fetch'
import { alarmEvent } from '../support/alarm-events.ts'
import { Colleague } from '../support/colleague.ts'
import { Letterbox } from '../support/letterbox.ts'
import { Deployment } from './deployment.ts'
import { Emulator, REGION } from './emulator.ts'
import { UserPool } from './people.ts'

const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' }

export type SentMail = {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
}

type Kept = { readonly To: readonly string[]; readonly Subject: string; readonly BodyText: string }

/** A desk in an emulated account, used as its people and the services of AWS use it. */
export class DeployedDesk {
  readonly emulator = new Emulator()
  readonly deployment = new Deployment(this.emulator)
  readonly people = new UserPool(this.emulator, this.deployment)

  get api(): string {
    const id = new URL(this.deployment.output('desk', 'ApiUrl')).host.split('.')[0]
    return `${this.emulator.endpoint}/_aws/execute-api/${id}/$default/api/v1`
  }

  async as(email: string): Promise<Colleague> {
    const letterbox = new Letterbox(async () => [])
    return new Colleague({ api: this.api, token: await this.people.signIn(email), email, letterbox })
  }

  /** Enters something new, as the administration pages do. @throws Error with the problem */
  async enter(administrator: string, path: string, document: object): Promise<void> {
    await this.#put(administrator, path, document, { 'if-none-match': '*' })
  }

  /** Changes what is there. */
  async change<Value>(administrator: string, path: string, to: (value: Value) => object): Promise<void> {
    const authorization = `Bearer ${await this.people.signIn(administrator)}`
    const answer = await fetch(`${this.api}/${path}`, { headers: { authorization } })
    const { version, value } = (await answer.json()) as { version: number; value: Value }
    await this.#put(administrator, path, to(value), { 'if-match': `"${version}"` })
  }

  async #put(administrator: string, path: string, document: object, headers: Record<string, string>): Promise<void> {
    const authorization = `Bearer ${await this.people.signIn(administrator)}`
    const answer = await fetch(`${this.api}/${path}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(document),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  }

  /** What the owner of the domain does with DNS records. */
  async proveSender(address: string): Promise<void> {
    const ses = new SESClient({ region: REGION, endpoint: this.emulator.endpoint, credentials: CREDENTIALS })
    await ses.send(new VerifyEmailIdentityCommand({ EmailAddress: address }))
  }

  /** What a receipt rule does with a mail: stores it, then tells where. */
  async receiveMail(raw: string): Promise<void> {
    const key = `incoming/${crypto.randomUUID()}`
    const bucket = this.deployment.output('state', 'RefFilesBucket')
    const s3 = new AwsClient({ ...CREDENTIALS, region: REGION, service: 's3' })
    const stored = await s3.fetch(`${this.emulator.endpoint}/${bucket}/${key}`, { method: 'PUT', body: raw })
    if (!stored.ok) throw new Error(await stored.text())
    const notification = { notificationType: 'Received', mail: {}, receipt: { action: { type: 'S3', objectKey: key } } }
    const sns = new SNSClient({ region: REGION, endpoint: this.emulator.endpoint, credentials: CREDENTIALS })
    const TopicArn = this.deployment.output('desk', 'StoredMails')
    await sns.send(new PublishCommand({ TopicArn, Message: JSON.stringify(notification) }))
  }

  /** What EventBridge does with an alarm of the account: nobody else may put events of `aws.cloudwatch` on a bus. */
  async ring(alarm: string, state: 'ALARM' | 'OK'): Promise<void> {
    const lambda = new AwsClient({ ...CREDENTIALS, region: REGION, service: 'lambda' })
    const functions = `${this.emulator.endpoint}/2015-03-31/functions`
    const { Functions } = (await (await lambda.fetch(functions)).json()) as { Functions: { FunctionName: string }[] }
    const intake = Functions.find(({ FunctionName }) => FunctionName.includes('IntakeEvent'))?.FunctionName
    const body = JSON.stringify(alarmEvent(alarm, state, new Date().toISOString()))
    const invoked = await lambda.fetch(`${functions}/${intake}/invocations`, { method: 'POST', body })
    if (!invoked.ok || invoked.headers.has('x-amz-function-error')) throw new Error(await invoked.text())
  }

  /** Everything SES was given, oldest first. */
  async mails(): Promise<readonly SentMail[]> {
    const answer = await fetch(`${this.emulator.endpoint}/_ministack/ses/messages`)
    const { messages } = (await answer.json()) as { messages: Record<string, readonly Kept[]> }
    return Object.values(messages)
      .flat()
      .map(({ To: to, Subject: subject, BodyText: text }) => ({ to, subject, text }))
  }
}

/** Reactions come by themselves: asks again until there is something to see. @throws Error when it takes too long */
export const eventually = async <Found>(
  what: string,
  look: () => Promise<Found | undefined>,
  withinMs = 60_000,
): Promise<Found> => {
  const until = Date.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error(`${what}: nothing within ${withinMs / 1_000} s`)
    await sleep(500)
  }
}
