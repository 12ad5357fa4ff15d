import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import type { DeadLetterQueue } from './dead-letter-queue.ts'
import type { DeskFunction } from './desk-function.ts'

export type SweepClockProps = { readonly sweep: DeskFunction; readonly deadLetters: DeadLetterQueue }

/** SLA-7: how long a lost wake-up may stay unnoticed. */
const EVERY = Duration.minutes(5)

export class SweepClock extends Construct {
  constructor(scope: Construct, id: string, { sweep, deadLetters }: SweepClockProps) {
    super(scope, id)
    new Rule(this, 'Rule', {
      description: 'Looks for wake-ups of the desk that got lost',
      schedule: Schedule.rate(EVERY),
      targets: [
        new LambdaFunction(sweep.lambda, { deadLetterQueue: deadLetters.queue, maxEventAge: EVERY, retryAttempts: 2 }),
      ],
    })
  }
}
