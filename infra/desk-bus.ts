import { EventBus } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import type { DeskFunction } from './desk-function.ts'

/** What the desk tells the rest of the account; whoever wants to listen adds a rule. */
export class DeskBus extends Construct {
  readonly bus: EventBus

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bus = new EventBus(this, 'Bus', { description: "The desk's events: source firstline, type <record>.<event>" })
  }

  grantPublish(deskFunction: DeskFunction): void {
    deskFunction.allow(['events:PutEvents'], [this.bus.eventBusArn])
    deskFunction.set('BUS_NAME', this.bus.eventBusName)
  }
}
