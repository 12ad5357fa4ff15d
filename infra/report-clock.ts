import { Duration } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import { ASKING } from '../shared/domain/report/report.ts'
import type { DeskBus } from './desk-bus.ts'
import type { DeskFunction } from './desk-function.ts'
import { RegularCalls } from './regular-calls.ts'
import { prefixOf, type StageSettings } from './stage-settings.ts'

export type ReportClockProps = {
  readonly settings: StageSettings
  readonly report: DeskFunction
  readonly bus: DeskBus
}

/** A run that fails is made up for by the next one. */
const EVERY = Duration.hours(1)

/**
 * REP-3: asks every hour whether a report is due. When the first working day opens, and in which zone, is what the desk's
 * calendar says and may change (ADR 18), so that no schedule could know. What managers ask for is done at once.
 */
export class ReportClock extends Construct {
  constructor(scope: Construct, id: string, props: ReportClockProps) {
    super(scope, id)
    this.askEveryHour(props)
    this.doWhatIsAskedFor(props)
  }

  private askEveryHour({ settings, report }: ReportClockProps): void {
    new RegularCalls(this, 'Hourly', {
      description: 'Asks whether the report of a month is due',
      deskFunction: report,
      every: EVERY,
      groupName: `${prefixOf(settings)}reports`,
    })
  }

  private doWhatIsAskedFor({ report, bus }: ReportClockProps): void {
    new Rule(this, 'Asked', {
      description: 'Managers have asked for a correction of a report, or to be sent it again',
      eventBus: bus.bus,
      eventPattern: { source: ['firstline'], detailType: ASKING.map((type) => `report.${type}`) },
      targets: [new LambdaFunction(report.lambda, { maxEventAge: EVERY, retryAttempts: 2 })],
    })
  }
}
