import { latest, plus } from '../domain/instant.ts'
import { type Actor, actorRef, CLOCK } from '../domain/people/actor.ts'
import type { Context, DomainEvent, RecordedEvent, RecordKey } from '../domain/record.ts'
import { DomainError, refuse } from '../domain/refusal.ts'
import { changesBetween } from './changes.ts'
import type { Deps } from './deps.ts'
import type { Alias, CommitOutcome, FoundAlias, Stored } from './ports.ts'
import { type Execution, NameTaken, type RecordType } from './record-type.ts'

export type Executed<State> = {
  readonly version: number
  readonly state: State
  readonly events: readonly RecordedEvent[]
}

/** How often an act is decided anew because somebody else was faster. */
const MOST_ATTEMPTS = 8

const DAY_MS = 24 * 3_600_000

const idempotencyName = (key: string): string => `idempotency#${key}`

type Run<State, Event extends DomainEvent> = {
  readonly state: State
  readonly events: readonly RecordedEvent<Event>[]
}

/** What is due first, then the command, then what the command made due: one transaction (DESIGN §1). */
const run = <State extends object, Command, Event extends DomainEvent, C extends Context>(
  type: RecordType<State, Command, Event, C>,
  key: RecordKey,
  loaded: Stored<State> | null,
  command: Command,
  context: C,
): Run<State, Event> | null => {
  const { decider } = type
  const version = (loaded?.version ?? 0) + 1
  const events: RecordedEvent<Event>[] = []
  let state = loaded?.state ?? null
  const take = (actor: Actor, decided: readonly Event[]): void => {
    for (const event of decided) {
      const meta = { at: context.now, actor: actorRef(actor) }
      const next = decider.evolve(state, event, meta)
      const id = `${key.kind}:${key.id}:${version}:${events.length}`
      events.push({
        id,
        record: key,
        version,
        index: events.length,
        ...meta,
        event,
        changes: changesBetween(state, next),
      })
      state = next
    }
  }
  if (state !== null) take(CLOCK, decider.passTime(state, context))
  take(context.actor, decider.decide(state, command, context))
  if (state !== null) take(CLOCK, decider.passTime(state, context))
  return state === null ? null : { state, events }
}

/** The earlier answer to the same act; null when this key was never used. @throws DomainError when it was for something else */
const replay = async <State>(deps: Deps, found: FoundAlias | null, hash: string): Promise<Executed<State> | null> => {
  if (found === null) return null
  if (found.data !== hash) {
    refuse('conflict', 'idempotency-key-reused', 'This Idempotency-Key was used for another request; use a new one.')
  }
  const stored = await deps.store.load<State>(found.target)
  return stored && { ...stored, events: [] }
}

const earlierAnswer = async <State>(deps: Deps, execution: Execution): Promise<Executed<State> | null> => {
  const { idempotency } = execution
  return idempotency ? replay(deps, await deps.store.alias(idempotencyName(idempotency.key)), idempotency.hash) : null
}

const stale = (key: RecordKey, version: number): never =>
  refuse(
    'stale',
    'stale-version',
    `${key.id} has changed in the meantime (it is at version ${version}); look at it again and repeat your act.`,
  )

/** The key comes first: of several names that are taken it is the one that tells a repetition. */
const claims = (key: RecordKey, now: string, { idempotency, aliases = [] }: Execution): readonly Alias[] =>
  idempotency
    ? [
        {
          name: idempotencyName(idempotency.key),
          target: key,
          replaces: 'nothing',
          data: idempotency.hash,
          expiresAt: plus(now, DAY_MS),
        },
        ...aliases,
      ]
    : aliases

const startingFrom = async <State>(
  deps: Deps,
  key: RecordKey,
  { isNew, known }: Execution,
): Promise<Stored<State> | null> => {
  if (known) return known as Stored<State>
  return isNew ? null : deps.store.load<State>(key)
}

const attempt = async <State extends object, Command, Event extends DomainEvent, C extends Context>(
  deps: Deps,
  type: RecordType<State, Command, Event, C>,
  key: RecordKey,
  command: Command,
  actor: Actor,
  execution: Execution,
): Promise<{ readonly outcome: CommitOutcome; readonly executed: Executed<State> }> => {
  const loaded = await startingFrom<State>(deps, key, execution)
  if (execution.expectedVersion !== undefined && loaded && loaded.version !== execution.expectedVersion) {
    stale(key, loaded.version)
  }
  const now = loaded ? latest(deps.clock.now(), type.updatedAt(loaded.state)) : deps.clock.now()
  const context = await type.context({ now, actor, newId: deps.newId }, loaded?.state ?? null, deps)
  const result = run(type, key, loaded, command, context)
  if (result === null) return refuse('not-found', 'unknown-record', `There is no ${key.kind} ${key.id}.`)
  const expectedVersion = loaded?.version ?? 0
  if (result.events.length === 0 && !execution.refreshWakeUp) {
    return { outcome: { kind: 'done' }, executed: { version: expectedVersion, ...result } }
  }
  const outcome = await deps.store.commit({
    key,
    expectedVersion,
    follows: loaded?.seal,
    ...result,
    wakeAt: type.decider.wakeAt(result.state, context),
    keptUntil: type.keptUntil?.(result.state),
    ...type.shelve(result.state, context),
    aliases: [...claims(key, now, execution), ...(type.aliases?.(result.state, expectedVersion + 1) ?? [])],
    entries: [...(execution.entries ?? []), ...(type.entries?.(result.state, result.events) ?? [])],
  })
  return { outcome, executed: { version: expectedVersion + 1, ...result } }
}

/**
 * The one way anything changes: read, decide, write in one transaction, again when somebody else was faster. An act
 * repeated with its idempotency key gets the earlier answer, also when the record has moved on since.
 * @throws DomainError when refused, stale, or too many others act on the record; NameTaken when a wanted name is another's
 */
export const executeOn = async <State extends object, Command, Event extends DomainEvent, C extends Context>(
  deps: Deps,
  type: RecordType<State, Command, Event, C>,
  key: RecordKey,
  command: Command,
  actor: Actor,
  execution: Execution = {},
): Promise<Executed<State>> => {
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
    try {
      const asFound = attempts === 0 ? execution : { ...execution, isNew: false, known: undefined }
      const { outcome, executed } = await attempt(deps, type, key, command, actor, asFound)
      if (outcome.kind === 'done') return executed
      if (outcome.kind === 'taken') {
        const { idempotency } = execution
        if (!idempotency || outcome.name !== idempotencyName(idempotency.key))
          throw new NameTaken(outcome.name, outcome.by.target)
        const earlier = await replay<State>(deps, outcome.by, idempotency.hash)
        if (earlier) return earlier
      }
    } catch (error) {
      const earlier =
        error instanceof DomainError && error.code !== 'idempotency-key-reused'
          ? await earlierAnswer<State>(deps, execution)
          : null
      if (earlier) return earlier
      throw error
    }
  }
  return refuse('conflict', 'busy', `${key.id} is being changed by many at once; try again in a moment.`)
}
