import { Duration } from 'aws-cdk-lib'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { DeadLetterQueue } from './dead-letter-queue.ts'
import type { DeskFunction } from './desk-function.ts'
import type { DeskTable } from './desk-table.ts'

export type TableChangesProps = {
  readonly table: DeskTable
  readonly react: DeskFunction
  readonly deadLetters: DeadLetterQueue
}

/** Reactions come this far behind only when something is wrong; wake-ups within the minute depend on them (SLA-6). */
const BEHIND = Duration.minutes(1)

/** Aliases, counters, notes and what has expired mean nothing to the reactions: see shared/persistence/stream-change.ts. */
const MEANINGFUL = {
  eventName: FilterRule.or('INSERT', 'MODIFY'),
  dynamodb: { NewImage: { item: { S: FilterRule.or('record', 'event') } } },
}

/**
 * What leads from the table to the reactions. One change that cannot be dealt with must not hold up those behind it for
 * the day that the stream keeps them: halved until alone, tried again for a while, then put aside.
 */
export class TableChanges extends Construct {
  constructor(scope: Construct, id: string, { table, react, deadLetters }: TableChangesProps) {
    super(scope, id)
    react.lambda.addEventSource(
      new DynamoEventSource(table.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 10,
        maxBatchingWindow: Duration.seconds(0),
        parallelizationFactor: 10,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 20,
        maxRecordAge: Duration.hours(1),
        onFailure: new SqsDlq(deadLetters.queue),
        filters: [FilterCriteria.filter(MEANINGFUL)],
      }),
    )
    const age = react.lambda.metric('IteratorAge', { statistic: 'Maximum' })
    react.alarm('late', age, BEHIND.toMilliseconds())
  }
}
