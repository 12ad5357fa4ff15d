import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type AnswerOf, call, urlOfCall } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import { ProseField, RadioField } from '../form/fields.tsx'
import { useFormState } from '../form/form-state.ts'
import { CsvButton } from '../parts/csv-button.tsx'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Instant } from '../parts/instant.tsx'
import { LongText } from '../parts/long-text.tsx'
import { Page } from '../parts/page.tsx'
import { PhoneLink } from '../parts/phone-link.tsx'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { say, sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'

type Task = AnswerOf<'listNotices'>['items'][number]

/** Calls come up less often than tickets. */
const EVERY_MS = 15_000

const OUTCOMES = ['reached', 'left-message', 'not-reached', 'told-in-person'] as const

const TickOff = ({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) => {
  const { calls } = t.value
  const form = useFormState({ outcome: 'reached', note: '' }, `call.${task.id}`)
  const isSaving = useSignal(false)
  const tickOff = async (event: SubmitEvent) => {
    event.preventDefault()
    isSaving.value = true
    const outcome = OUTCOMES.find((each) => each === form.of('outcome')) ?? 'reached'
    try {
      await call('tickOffCall', { params: { id: task.id }, body: { outcome, note: form.of('note') } })
      form.clear()
      say(calls.tickedOff(task.recipient.name))
      onDone()
    } catch (error) {
      sayWrong(explainFailure(error))
      if (error instanceof Refused && error.status === 409) onDone()
    } finally {
      isSaving.value = false
    }
  }
  const options = OUTCOMES.map((outcome) => ({ value: outcome, label: calls.outcomes[outcome] }))
  return (
    <form class="stack tight" onSubmit={(event) => void tickOff(event)}>
      <RadioField form={form} name="outcome" label={calls.outcome} options={options} required />
      <ProseField form={form} name="note" label={calls.note} />
      <p>
        <button type="submit" class="button primary" disabled={isSaving.value}>
          {calls.tickOff}
        </button>
      </p>
    </form>
  )
}

type Matter = NonNullable<Task['also']>[number]

/** Of one ticket there may be several things to tell; what to say has them all. */
const otherTickets = ({ ticket, also = [] }: Task): readonly Matter[] => [
  ...new Map(also.filter(({ number }) => number !== ticket).map((matter) => [matter.number, matter])).values(),
]

const SHOWN = 3

const Matters = ({ matters }: { readonly matters: readonly Matter[] }) => (
  <ul>
    {matters.map(({ number, title, priority }) => (
      <li key={number} class="head">
        <PriorityMark priority={priority} />
        <a href={`/tickets/${number}`} dir="auto">
          <span class="number">{number}</span> {title}
        </a>
      </li>
    ))}
  </ul>
)

/** NOT-5: several calls to one person are one; each of the tickets it is about stands by itself. */
const Also = ({ task }: { readonly task: Task }) => {
  const others = otherTickets(task)
  return others.length === 0 ? null : (
    <div class="stack tight also">
      <p class="muted">{t.value.calls.also(others.length)}</p>
      <Matters matters={others.slice(0, SHOWN)} />
      {others.length > SHOWN && (
        <details>
          <summary>{t.value.calls.more(others.length - SHOWN)}</summary>
          <Matters matters={others.slice(SHOWN)} />
        </details>
      )}
    </div>
  )
}

const TaskCard = ({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) => (
  <li class="card stack tight">
    <p class="head">
      <PriorityMark priority={task.priority} />
      <a href={`/tickets/${task.ticket}`} dir="auto">
        <span class="number">{task.ticket}</span> {task.title}
      </a>
      <span class="muted">
        <Instant at={task.plannedAt} as="relative" />
      </span>
    </p>
    <Also task={task} />
    <p class="row">
      <strong dir="auto">{task.recipient.name}</strong>
      {task.phone ? <PhoneLink phone={task.phone} /> : t.value.calls.noNumber}
    </p>
    {task.say && (
      <blockquote class="notice" lang={task.recipient.language}>
        <LongText text={task.say} />
      </blockquote>
    )}
    <TickOff task={task} onDone={onDone} />
  </li>
)

/** NOT-1: whom somebody has to phone, what to say, and what came of it. */
export const CallTasksPage = () => {
  const { calls } = t.value
  const tasks = useLoaded('call-tasks', (signal) =>
    call('listNotices', { query: { view: 'call-tasks', limit: 100 }, signal }),
  )
  const { again } = tasks
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const items = tasks.value.value?.items
  return (
    <Page
      title={calls.title}
      beside={<CsvButton url={urlOfCall('listNotices', { query: { view: 'call-tasks' } })} title={calls.title} />}
    >
      {tasks.error.value !== null && <FailureNote error={tasks.error.value} onAgain={tasks.again} />}
      {!items && tasks.error.value === null && (
        <p class="muted" aria-busy="true">
          {t.value.shell.loading}
        </p>
      )}
      {items?.length === 0 && (
        <Empty title={calls.empty}>
          <p>{calls.emptyHint}</p>
        </Empty>
      )}
      <ul class="tasks">
        {items?.map((task) => (
          <TaskCard key={task.id} task={task} onDone={tasks.again} />
        ))}
      </ul>
    </Page>
  )
}
