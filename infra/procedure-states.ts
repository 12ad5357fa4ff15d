import { Duration } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import {
  Choice,
  Condition,
  Fail,
  IntegrationPattern,
  JitterType,
  JsonPath,
  Parallel,
  type State,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Construct } from 'constructs'
import { AUDIENCES, type Audience } from '../shared/domain/major-incident/procedure.ts'
import type { Lane, Standing } from '../shared/domain/major-incident/standing.ts'

/**
 * A step that waits for people: what is done in it, and where it leads. Wherever else the record has gone, back too, it is
 * looked at: so every way round goes past the count of steps.
 */
type Waiting = { readonly name: string; readonly question: string; readonly leadsTo: readonly Standing['at'][] }

type Drawing = {
  readonly lane: Lane
  /** Tells the lane's states from those of the others; a state's name is unique in the machine. */
  readonly of: string
  readonly waiting: Readonly<Partial<Record<Standing['at'], Waiting>>>
  readonly ends: Readonly<Partial<Record<Standing['at'], string>>>
}

/** The procedure itself [MAJ-1…MAJ-7]. */
const STEPS: Drawing = {
  lane: 'steps',
  of: 'the procedure',
  waiting: {
    candidate: {
      name: 'Candidate: the project manager judges',
      question: 'Is it a major incident?',
      leadsTo: ['mobilising', 'demoted', 'unjudged'],
    },
    unjudged: {
      name: 'Not judged in time: management judges',
      question: 'Is it one after all?',
      leadsTo: ['mobilising', 'demoted'],
    },
    mobilising: {
      name: 'Confirmed: roles, first line on site, resources',
      question: 'Who works on it?',
      leadsTo: ['first-line', 'second-line', 'review'],
    },
    'first-line': {
      name: 'The first line works, within its time',
      question: 'Has the first line solved it?',
      leadsTo: ['review', 'second-line', 'vendor'],
    },
    'second-line': {
      name: 'The second line works',
      question: 'Has the second line solved it?',
      leadsTo: ['review', 'vendor'],
    },
    vendor: {
      name: 'The vendor works, management knows how far',
      question: 'Has the vendor solved it?',
      leadsTo: ['review'],
    },
    review: {
      name: 'Solved: the project manager is phoned and reviews',
      question: 'Is the project manager satisfied, or is it back to work?',
      leadsTo: ['report', 'call-back'],
    },
    report: {
      name: 'The analysis report is written, approved, sent',
      question: 'Has the customer got it?',
      leadsTo: ['call-back'],
    },
    'call-back': { name: 'The desk calls the user back', question: 'Is it closed?', leadsTo: ['closed'] },
  },
  ends: { closed: 'Closed', demoted: 'Demoted: the normal road', gone: 'Another procedure has begun' },
}

/** The status updates of one audience [MAJ-4]. */
const updates = (audience: Audience): Drawing => {
  const of = `updates to ${audience}`
  return {
    lane: audience,
    of,
    waiting: {
      running: {
        name: `The next of the ${of}`,
        question: `Has it been sent? (${of})`,
        leadsTo: ['reminded', 'over'],
      },
      reminded: {
        name: `Missed one of the ${of}: a reminder`,
        question: `Sent after the reminder? (${of})`,
        leadsTo: ['escalated', 'over'],
      },
      escalated: {
        name: `Missed again of the ${of}: escalated`,
        question: `Sent at last? (${of})`,
        leadsTo: ['over'],
      },
    },
    ends: { over: `No more ${of}`, gone: `Another procedure has its own ${of}` },
  }
}

/** How long a wait may last until the record is looked at again: how late the machine is when it was told nothing. */
const LOOK_AGAIN_AFTER = Duration.hours(1)

/**
 * A lane that has done so much goes on in a new execution: three lanes of so many steps stay below the 25,000 events an
 * execution may have, even when every task is tried as often as it can be.
 */
export const MOST_STEPS = 100

const TOO_LONG = 'ExecutionTooLong'

/** Everything but waiting too long, which is not worth trying again at once. */
const RETRY = {
  errors: ['States.TaskFailed'],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.minutes(5),
  maxAttempts: 8,
  jitterStrategy: JitterType.FULL,
}

const PLACE = {
  number: JsonPath.stringAt('$.number'),
  startedAt: JsonPath.stringAt('$.startedAt'),
  attempt: JsonPath.numberAt('$.attempt'),
}

/**
 * The major-incident procedure as a state machine [MAJ-9]. It only waits for the ticket's record to move on and follows it:
 * every decision is made there, so that each state may be entered twice, late, or for the first time in a new execution.
 */
export class ProcedureStates extends Construct {
  readonly start: State
  private readonly procedure: IFunction

  constructor(scope: Construct, id: string, { procedure }: { readonly procedure: IFunction }) {
    super(scope, id)
    this.procedure = procedure
    const over = new Succeed(this, 'The procedure is over')
    const goesOn = new Succeed(this, 'A new execution goes on from here')
    const lanes = new Parallel(this, 'The major-incident procedure', {
      comment: 'Steps, and status updates beside them',
    })
    for (const drawing of [STEPS, ...AUDIENCES.map(updates)]) lanes.branch(this.lane(drawing))
    lanes.addCatch(this.task('Continue in a new execution', { task: 'continue', ...PLACE }).next(goesOn), {
      errors: [TOO_LONG],
      resultPath: JsonPath.DISCARD,
    })
    this.start = lanes.next(over).startState
  }

  private lane({ lane, of, waiting, ends }: Drawing): State {
    const here = { ...PLACE, lane, steps: JsonPath.numberAt('$.steps') }
    const look = this.task(`Look at the record (${of})`, { task: 'look', ...here })
    const waits = Object.entries(waiting).map(([at, { name, ...rest }]) => ({
      at,
      ...rest,
      state: this.wait(name, here),
    }))
    const states = new Map<string, State>([
      ...waits.map(({ at, state }) => [at, state] as const),
      ...Object.entries(ends).map(([at, name]) => [at, new Succeed(this, name)] as const),
    ])
    const route = (choice: Choice, leadsTo: Iterable<string>): Choice => {
      for (const at of leadsTo) {
        const state = states.get(at)
        if (state) choice.when(Condition.stringEquals('$.at', at), state)
      }
      return choice
    }
    for (const { state, question, leadsTo } of waits) {
      state.addCatch(look, { errors: ['States.ALL'], resultPath: JsonPath.DISCARD })
      state.next(route(new Choice(this, question), leadsTo).otherwise(look))
    }
    look.next(this.whereItStands(of, (choice) => route(choice, states.keys())))
    return look
  }

  private whereItStands(of: string, route: (choice: Choice) => Choice): Choice {
    const long = new Fail(this, `Long enough (${of})`, { error: TOO_LONG })
    const choice = new Choice(this, `Where does it stand? (${of})`)
    choice.when(Condition.numberGreaterThanEquals('$.steps', MOST_STEPS), long)
    return route(choice).otherwise(
      new Fail(this, `Unknown to this execution (${of})`, {
        error: 'UnknownStep',
        cause: 'The record knows a newer step.',
      }),
    )
  }

  private task(id: string, payload: Readonly<Record<string, unknown>>): LambdaInvoke {
    const task = new LambdaInvoke(this, id, {
      lambdaFunction: this.procedure,
      payload: TaskInput.fromObject(payload),
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      taskTimeout: Timeout.duration(Duration.minutes(2)),
    })
    return task.addRetry({ ...RETRY, errors: ['States.ALL'] }) as LambdaInvoke
  }

  private wait(id: string, here: Readonly<Record<string, unknown>>): LambdaInvoke {
    const wait = new LambdaInvoke(this, id, {
      lambdaFunction: this.procedure,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({
        task: 'wait',
        ...here,
        mark: JsonPath.stringAt('$.mark'),
        token: JsonPath.taskToken,
      }),
      retryOnServiceExceptions: false,
      taskTimeout: Timeout.duration(LOOK_AGAIN_AFTER),
    })
    return wait.addRetry(RETRY) as LambdaInvoke
  }
}
