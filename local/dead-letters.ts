import type { AskAws } from './ask-aws.ts'
import { outputsOf } from './stack-outputs.ts'

const answerOf = async <Answer>(asked: Promise<Response>, what: string): Promise<Answer> => {
  const response = await asked
  const text = await response.text()
  if (!response.ok) throw new Error(`${what}: ${response.status} ${text.slice(0, 300)}`)
  return (text ? JSON.parse(text) : {}) as Answer
}

/** A queue of undelivered events and the function they were for, as the desk's stack names them in its outputs. */
export type DeadLetters = { readonly name: string; readonly queueUrl: string; readonly functionName: string }

const PREFIX = 'DeadLetters'

/** @throws Error when the stage has no desk here */
export const deadLettersOf = async (ask: AskAws, stage: string): Promise<readonly DeadLetters[]> => {
  const outputs = Object.entries(await outputsOf(ask, stage, 'desk'))
  return outputs.flatMap(([name, value]) => {
    const [queueUrl = '', functionName = ''] = value.split(' ')
    return name.startsWith(PREFIX) ? [{ name: name.slice(PREFIX.length), queueUrl, functionName }] : []
  })
}

export type DeadLetter = { readonly body: string; readonly receipt: string }

type Received = { readonly Messages?: readonly { readonly Body: string; readonly ReceiptHandle: string }[] }

const askQueue = <Answer>(ask: AskAws, operation: string, body: object): Promise<Answer> =>
  answerOf<Answer>(
    ask('sqs', '/', {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` },
    }),
    operation,
  )

/** Some of what lies there, hidden from others for as long as it takes to do it again. */
export const receive = async (ask: AskAws, { queueUrl }: DeadLetters): Promise<readonly DeadLetter[]> => {
  const asked = { QueueUrl: queueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 300, WaitTimeSeconds: 1 }
  const { Messages = [] } = await askQueue<Received>(ask, 'ReceiveMessage', asked)
  return Messages.map(({ Body: body, ReceiptHandle: receipt }) => ({ body, receipt }))
}

export const forget = async (ask: AskAws, { queueUrl }: DeadLetters, { receipt }: DeadLetter): Promise<void> => {
  await askQueue(ask, 'DeleteMessage', { QueueUrl: queueUrl, ReceiptHandle: receipt })
}

/** @returns null, or what the function says went wrong */
export const invoke = async (ask: AskAws, functionName: string, payload: unknown): Promise<string | null> => {
  const path = `/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`
  const response = await ask('lambda', path, { body: JSON.stringify(payload) })
  const text = await response.text()
  return response.ok && !response.headers.has('x-amz-function-error') ? null : text.slice(0, 300)
}
