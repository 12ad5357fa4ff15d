import { useSignal } from '@preact/signals'
import { type AnswerOf, call } from '../api/call.ts'
import { Refused } from '../api/failure.ts'
import { DateField, LineField, ProseField } from '../form/fields.tsx'
import { useFormState } from '../form/form-state.ts'
import { dayText } from '../format/day.ts'
import { nowMs } from '../format/now.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Instant } from '../parts/instant.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { hasRole, me } from '../session/session.ts'
import { say } from '../shell/toasts.tsx'
import { PlanDialog } from './measure-dialog.tsx'
import { MeasureState } from './measure-table.tsx'
import { improvementTexts } from './texts.ts'

type Review = AnswerOf<'getMonthReview'>
type Measures = AnswerOf<'listMeasures'>['items']

const readReview = async (month: string, signal: AbortSignal): Promise<Review | null> => {
  try {
    return await call('getMonthReview', { params: { month }, signal })
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'not-reviewed') return null
    throw error
  }
}

const read = async (month: string, signal: AbortSignal) => {
  const of = (state: 'open' | 'ended') => call('listMeasures', { query: { state, review: month, limit: 100 }, signal })
  const [review, open, ended] = await Promise.all([readReview(month, signal), of('open'), of('ended')])
  return { review, measures: [...open.items, ...ended.items] }
}

const today = (): string => new Date(nowMs.value).toLocaleDateString('sv')

type FormProps = {
  readonly month: string
  readonly review: Review | null
  readonly onClose: () => void
  readonly onDone: () => void
}

const MinutesDialog = ({ month, review, onClose, onDone }: FormProps) => {
  const texts = improvementTexts.value
  const initial = review
    ? { heldOn: review.heldOn, participants: review.participants.join(', '), minutes: review.minutes }
    : { heldOn: today(), participants: me.value?.name ?? '', minutes: '' }
  const form = useFormState(initial, `review.${month}`)
  const send = async () => {
    const participants = form
      .of('participants')
      .split(/[,，;；、]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const body = { heldOn: form.of('heldOn'), participants, minutes: form.of('minutes') }
    await call('keepMinutes', { params: { month }, body, version: review?.version ?? 'new' })
    form.clear()
    say(texts.saved)
    onDone()
  }
  return (
    <FormDialog title={review ? texts.complete : texts.keep} hint={texts.minutesHint} onClose={onClose} onSend={send}>
      <DateField form={form} name="heldOn" label={texts.heldOn} max={today()} required />
      <LineField
        form={form}
        name="participants"
        label={texts.participants}
        hint={texts.participantsHint}
        max={2_000}
        required
      />
      <ProseField form={form} name="minutes" label={texts.minutes} max={20_000} required />
    </FormDialog>
  )
}

const Minutes = ({ review }: { readonly review: Review }) => {
  const texts = improvementTexts.value
  return (
    <>
      <p>
        {texts.held(dayText(review.heldOn), review.edition)} {texts.present}: {review.participants.join(', ')}
      </p>
      <p class="said">{review.minutes}</p>
      <p class="muted">
        {texts.keptBy(review.keptBy)}, <Instant at={review.updatedAt} />
      </p>
    </>
  )
}

const FromThis = ({ measures }: { readonly measures: Measures }) => {
  const texts = improvementTexts.value
  return (
    <>
      <h3>{texts.fromThis}</h3>
      {measures.length === 0 && <p class="muted">{texts.noneFromThis}</p>}
      <ul class="from-review">
        {measures.map((measure) => (
          <li key={measure.number}>
            <a href={`/improvement/${measure.number}`} dir="auto">
              {measure.title}
            </a>
            <span class="muted">
              {measure.owner.name} · {dayText(measure.dueOn)}
            </span>
            <MeasureState {...measure} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** REP-5: the minutes of the month's review, and what it put into the plan. */
export const ReviewSection = ({ month }: { readonly month: string }) => {
  const texts = improvementTexts.value
  const { value, error, again } = useLoaded(`review ${month}`, (signal) => read(month, signal))
  const open = useSignal<'minutes' | 'measure' | null>(null)
  const close = () => {
    open.value = null
  }
  const found = value.value
  const mayWrite = hasRole('incident-manager', 'desk-manager')
  const button = (name: 'minutes' | 'measure', label: string) => (
    <button
      type="button"
      class="button"
      onClick={() => {
        open.value = name
      }}
    >
      {label}
    </button>
  )
  return (
    <section class="card stack tight" aria-labelledby="review">
      <h2 id="review">{texts.review}</h2>
      {error.value !== null && <FailureNote error={error.value} onAgain={again} />}
      {found && (found.review ? <Minutes review={found.review} /> : <p class="muted">{texts.notReviewed}</p>)}
      {found && <FromThis measures={found.measures} />}
      {found && mayWrite && (
        <p class="buttons not-printed">
          {button('minutes', found.review ? texts.complete : texts.keep)}
          {button('measure', texts.plan)}
        </p>
      )}
      {found && open.value === 'minutes' && (
        <MinutesDialog month={month} review={found.review} onClose={close} onDone={again} />
      )}
      {open.value === 'measure' && <PlanDialog review={month} onClose={close} onDone={again} />}
    </section>
  )
}
