import { ArnFormat, Stack } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { DeployTimeStep } from './deploy-time-step.ts'
import type { DeskFunction } from './desk-function.ts'

/**
 * The key for links and reply addresses: 32 random bytes, made once and kept when the stack goes, because what it has
 * signed lies in people's mailboxes. A parameter, because it costs nothing while nobody asks.
 */
export class DeskSecret extends Construct {
  private readonly name: string
  private readonly arn: string

  constructor(scope: Construct, id: string, { stage }: { readonly stage: string }) {
    super(scope, id)
    this.name = `/firstline/${stage}/secret`
    this.arn = Stack.of(this).formatArn({
      service: 'ssm',
      resource: 'parameter',
      resourceName: this.name.slice(1),
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
    new DeployTimeStep(this, 'Creation', {
      name: 'create-secret',
      actions: ['ssm:PutParameter'],
      resources: [this.arn],
      properties: { Name: this.name },
    })
  }

  grantRead(deskFunction: DeskFunction): void {
    deskFunction.allow(['ssm:GetParameter'], [this.arn])
    deskFunction.set('SECRET_PARAMETER', this.name)
  }
}
