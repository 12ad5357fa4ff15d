import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type BodyFor, call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import { LineField, MomentField, ProseField, SelectField } from '../form/fields.tsx'
import { useFormState, type Values } from '../form/form-state.ts'
import { TypeAhead } from '../form/type-ahead.tsx'
import { Page } from '../parts/page.tsx'
import { go } from '../place/location.ts'
import { groups } from '../settings/catalogue.ts'
import { categoryOptions, serviceOptions } from '../settings/options.ts'
import { say } from '../shell/toasts.tsx'
import { named, t } from '../texts/texts.ts'
import { declarationBody } from './declaration-body.ts'
import { type Person, RequesterField } from './requester-field.tsx'

const TIMES = ['occurredAt', 'reportedAt', 'assignedAt', 'respondedAt', 'restoredAt'] as const

/** Only a major incident is written after the fact. */
const MAJOR = { impact: 'extensive', urgency: 'critical' } as const

const instant = (local = ''): string => new Date(local).toISOString()

const bodyOf = (values: Values): BodyFor<'openTicket'> => ({
  ...declarationBody({ ...values, kind: 'incident', class: 'fault', channel: 'other' }, MAJOR),
  afterTheFact: {
    reason: values['reason'] ?? '',
    occurredAt: instant(values['occurredAt']),
    reportedAt: instant(values['reportedAt']),
    assignedAt: instant(values['assignedAt']),
    respondedAt: instant(values['respondedAt']),
    restoredAt: instant(values['restoredAt']),
    group: values['group'] ?? '',
    solution: values['solution'] ?? '',
    cause: values['cause']?.trim() || null,
  },
})

/** INT-12: a major incident that is over, with its true times, to be confirmed by somebody else. */
export const RegisterPage = () => {
  const { record, words, acts } = t.value
  const form = useFormState({}, 'register-afterwards')
  const person = useSignal<Person | null>(null)
  const failure = useSignal<unknown>(null)
  const isSaving = useSignal(false)
  const key = useRef(crypto.randomUUID())
  const save = async () => {
    isSaving.value = true
    try {
      const { number } = await call('openTicket', { body: bodyOf(form.values), key: key.current })
      form.clear()
      say(record.registered(number))
      go(`/tickets/${number}`)
    } catch (error) {
      failure.value = error
      if (error instanceof Refused) key.current = crypto.randomUUID()
    } finally {
      isSaving.value = false
    }
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void save()
  }
  const teams = groups.value.map(({ id, name }) => ({ value: id, label: named(name) }))
  return (
    <Page title={record.registerTitle}>
      <form class="card stack" onSubmit={submit}>
        <p class="muted">{record.registerHint}</p>
        <RequesterField
          form={form}
          person={person.value}
          onPerson={(next) => {
            person.value = next
          }}
        />
        <LineField form={form} name="title" label={words.title} required />
        <ProseField form={form} name="description" label={words.description} max={20_000} />
        <div class="form-grid">
          <TypeAhead form={form} name="category" label={words.category} options={categoryOptions()} required />
          <TypeAhead form={form} name="service" label={words.service} options={serviceOptions()} />
          <SelectField form={form} name="group" label={record.solvedBy} options={teams} required />
        </div>
        <fieldset>
          <legend>{record.times}</legend>
          <div class="form-grid">
            {TIMES.map((time) => (
              <MomentField key={time} form={form} name={time} label={record.timeOf[time]} required />
            ))}
          </div>
        </fieldset>
        <ProseField form={form} name="solution" label={acts.fields.solution} max={10_000} required />
        <ProseField form={form} name="cause" label={acts.fields.cause} hint={acts.fields.causeHint} max={10_000} />
        <ProseField form={form} name="reason" label={record.whyAfterwards} required />
        {failure.value !== null && (
          <p class="notice wrong" role="alert">
            {explainFailure(failure.value)}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="button primary" disabled={isSaving.value}>
            {record.register}
          </button>
        </div>
      </form>
    </Page>
  )
}
