import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SESClient, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { alarmEvent } from '../support/alarm-events.ts'
import { Colleague } from '../support/colleague.ts'
import { Letterbox } from '../support/letterbox.ts'
import { Account } from './account.ts'
import { Deployment } from './deployment.ts'
import { CREDENTIALS, Emulator, REGION } from './emulator.ts'
import { externalStep } from './external-step.ts'
import { UserPool } from './people.ts'

const ROOT = join(import.meta.dirname, '../..')

/** For a command of the desk. */
const COMMAND_MS = 120_000

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
  readonly account = new Account(this.emulator)
  readonly people = new UserPool(this.emulator, this.account, this.deployment)

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

  /** What a receipt rule does with a mail: stores it, then tells where. @returns its key */
  async receiveMail(raw: string): Promise<string> {
    const { key, notice: Message } = await this.#storeMail(raw)
    const sns = new SNSClient({ region: REGION, endpoint: this.emulator.endpoint, credentials: CREDENTIALS })
    await sns.send(new PublishCommand({ TopicArn: this.deployment.output('desk', 'StoredMails'), Message }))
    return key
  }

  /** The same, while the function that is told fails every time: the event ends among its dead letters. */
  async strandMail(raw: string): Promise<void> {
    const [QueueUrl = '', functionName = ''] = this.deployment.output('desk', 'DeadLettersIntakeMail').split(' ')
    const Sns = { Type: 'Notification', MessageId: crypto.randomUUID(), Message: (await this.#storeMail(raw)).notice }
    await this.account.reconfigure(functionName, { Handler: 'index.nothing', ...deadLettersTo(QueueUrl) })
    await this.account.invoke(functionName, { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns }] })
    await eventually('a dead letter', async () => ((await this.account.lettersIn(QueueUrl)) > 0 ? true : undefined))
    await this.account.reconfigure(functionName, { Handler: 'index.handler' })
  }

  get filesBucket(): string {
    return this.deployment.output('state', 'RefFilesBucket')
  }

  /** @returns its key, and what SES tells of it */
  async #storeMail(raw: string): Promise<{ readonly key: string; readonly notice: string }> {
    const key = `incoming/${crypto.randomUUID()}`
    await this.account.store(this.filesBucket, key, raw)
    const receipt = { action: { type: 'S3', objectKey: key } }
    return { key, notice: JSON.stringify({ notificationType: 'Received', mail: {}, receipt }) }
  }

  /** A command of the desk, as an operator types it. @returns its lines */
  async command(...args: readonly string[]): Promise<readonly object[]> {
    const name = `npm run desk -- ${args.join(' ')}`
    const step = { name, limitMs: COMMAND_MS, cwd: ROOT, env: this.emulator.environment }
    const stdout = await externalStep(step, join(ROOT, 'node_modules/.bin/node'), ['local/desk.ts', ...args])
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
  }

  /** What CloudWatch does with an alarm of the account. @returns how many of its rules listened */
  ring(alarm: string, state: 'ALARM' | 'OK'): Promise<number> {
    return this.account.deliver(alarmEvent(alarm, state, new Date().toISOString()))
  }

  /** Every text message SNS was given, as one text. */
  async textMessages(mobile: string): Promise<string> {
    const path = `/_ministack/sns/sms-messages?phoneNumber=${encodeURIComponent(mobile)}`
    return (await fetch(this.emulator.endpoint + path)).text()
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

/** As the template says it: the emulator makes functions without. */
const deadLettersTo = (queueUrl: string) => {
  const [account, name] = queueUrl.split('/').slice(-2)
  return { DeadLetterConfig: { TargetArn: `arn:aws:sqs:${REGION}:${account}:${name}` } }
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
