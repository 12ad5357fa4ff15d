import { useSignal } from '@preact/signals'
import { call } from '../api/call.ts'
import { ProseField } from '../form/fields.tsx'
import { useFormState } from '../form/form-state.ts'
import { dayText } from '../format/day.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Instant } from '../parts/instant.tsx'
import { Page } from '../parts/page.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import type { Params } from '../place/places.ts'
import { say } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { ChangeDialog, type Measure } from './measure-dialog.tsx'
import { MeasureHistory } from './measure-history.tsx'
import { MeasureOrigin, MeasureState } from './measure-table.tsx'
import { improvementTexts } from './texts.ts'

const SAYING = ['note', 'finish', 'drop', 'reopen'] as const
type Saying = (typeof SAYING)[number]
type Act = Saying | 'change'

const send = (act: Saying, { number, version }: Measure, text: string) => {
  const given = { params: { number }, version }
  switch (act) {
    case 'note':
      return call('noteOnMeasure', { ...given, body: { text } })
    case 'finish':
      return call('finishMeasure', { ...given, body: { outcome: text } })
    case 'drop':
      return call('dropMeasure', { ...given, body: { outcome: text } })
    case 'reopen':
      return call('reopenMeasure', { ...given, body: { why: text } })
  }
}

/** What somebody may do with it now: its owner notes, its managers do the rest. */
const actsOf = ({ state, mayChange }: Measure): readonly Act[] => {
  if (!mayChange) return ['note']
  return state === 'open' ? ['note', 'finish', 'change', 'drop'] : ['note', 'reopen']
}

type DialogProps = { readonly measure: Measure; readonly onClose: () => void; readonly onDone: () => void }

const SayDialog = ({ act, measure, onClose, onDone }: DialogProps & { readonly act: Saying }) => {
  const texts = improvementTexts.value
  const form = useFormState({ text: '' }, `measure.${measure.number}.${act}`)
  const onSend = async () => {
    await send(act, measure, form.of('text'))
    form.clear()
    say(texts.saved)
    onDone()
  }
  return (
    <FormDialog title={texts[act]} onClose={onClose} onSend={onSend}>
      <ProseField form={form} name="text" label={texts[`${act}Label`]} max={5_000} required />
    </FormDialog>
  )
}

const Acts = ({ measure, onDone }: { readonly measure: Measure; readonly onDone: () => void }) => {
  const texts = improvementTexts.value
  const open = useSignal<Act | null>(null)
  const { value: act } = open
  const dialog = {
    measure,
    onDone,
    onClose: () => {
      open.value = null
    },
  }
  return (
    <p class="buttons not-printed">
      {actsOf(measure).map((name, index) => (
        <button
          key={name}
          type="button"
          class={`button ${index === 0 ? 'primary' : ''}`}
          onClick={() => {
            open.value = name
          }}
        >
          {texts[name]}
        </button>
      ))}
      {act === 'change' && <ChangeDialog {...dialog} />}
      {act !== null && act !== 'change' && <SayDialog act={act} {...dialog} />}
    </p>
  )
}

const Facts = ({ measure }: { readonly measure: Measure }) => {
  const texts = improvementTexts.value
  const { owner, dueOn, detail, progress, outcome } = measure
  return (
    <section class="card stack tight">
      {detail !== '' && (
        <p class="said" dir="auto">
          {detail}
        </p>
      )}
      <dl class="facts">
        <dt>{texts.owner}</dt>
        <dd dir="auto">{owner.name}</dd>
        <dt>{texts.due}</dt>
        <dd>
          {dayText(dueOn)} <MeasureState {...measure} />
        </dd>
        <dt>{texts.from}</dt>
        <dd>
          <MeasureOrigin {...measure} />
        </dd>
        {progress && (
          <>
            <dt>{texts.lastNoted}</dt>
            <dd class="said">
              {progress.text}{' '}
              <span class="muted">
                {progress.by}, <Instant at={progress.at} />
              </span>
            </dd>
          </>
        )}
        {outcome !== null && (
          <>
            <dt>{texts.outcome}</dt>
            <dd class="said">{outcome}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

/** REP-5: one measure, what has been said of it, and what can be done with it. */
export const MeasurePage = ({ params }: { readonly params: Params }) => {
  const number = params['number'] ?? ''
  const { value, error, again } = useLoaded(`measure ${number}`, (signal) =>
    call('getMeasure', { params: { number }, signal }),
  )
  const measure = value.value
  return (
    <div class="report">
      <Page
        title={measure?.title ?? number}
        above={
          <p class="over">
            <a href="/improvement">{t.value.pages.improvement}</a> <span class="muted number">{number}</span>
          </p>
        }
      >
        <div class="stack">
          {error.value !== null && <FailureNote error={error.value} onAgain={again} />}
          {!measure && error.value === null && (
            <p class="muted" aria-busy="true">
              {t.value.shell.loading}
            </p>
          )}
          {measure && (
            <>
              <Acts measure={measure} onDone={again} />
              <Facts measure={measure} />
              <MeasureHistory lines={measure.history} />
            </>
          )}
        </div>
      </Page>
    </div>
  )
}
