import type { CloudFormationCustomResourceEvent } from 'aws-lambda'

/** What a deployment asks for: CloudFormation writes every property as text. */
export type Request = {
  readonly type: CloudFormationCustomResourceEvent['RequestType']
  readonly properties: Readonly<Record<string, string>>
}

/** Brings about what is asked for, also when asked twice. @returns the name of what was made. @throws what people read when the deployment fails */
export type Step = (request: Request) => Promise<string>

/** CloudFormation waits until it is told how it went, so every outcome is told. */
export const customResource =
  (step: Step) =>
  async (event: CloudFormationCustomResourceEvent): Promise<void> => {
    const { ServiceToken: _, ...properties } = event.ResourceProperties
    const known = 'PhysicalResourceId' in event ? event.PhysicalResourceId : event.LogicalResourceId
    try {
      await tell(event, { Status: 'SUCCESS', PhysicalResourceId: await step({ type: event.RequestType, properties }) })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      await tell(event, { Status: 'FAILED', PhysicalResourceId: known, Reason: reason })
    }
  }

type Outcome = {
  readonly Status: 'SUCCESS' | 'FAILED'
  readonly PhysicalResourceId: string
  readonly Reason?: string
}

const tell = async (event: CloudFormationCustomResourceEvent, outcome: Outcome): Promise<void> => {
  const { StackId, RequestId, LogicalResourceId } = event
  const body = JSON.stringify({ ...outcome, StackId, RequestId, LogicalResourceId })
  const { ok, status } = await fetch(event.ResponseURL, { method: 'PUT', body, headers: { 'content-type': '' } })
  if (!ok) throw new Error(`CloudFormation could not be told how it went: ${status}`)
}
