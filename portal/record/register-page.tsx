import { useSignal } from '@preact/signals'
import type { BodyFor } from '../api/call.ts'
import { LineField, MomentField, ProseField, SelectField } from '../form/fields.tsx'
import { type FormState, useFormState, type Values } from '../form/form-state.ts'
import { TypeAhead } from '../form/type-ahead.tsx'
import { nowMs } from '../format/now.ts'
import { Page } from '../parts/page.tsx'
import { groups } from '../settings/catalogue.ts'
import { categoryOptions, serviceOptions } from '../settings/options.ts'
import { named, t } from '../texts/texts.ts'
import { declarationBody } from './declaration-body.ts'
import { RecordingFailure } from './recording-failure.tsx'
import { type Person, RequesterField } from './requester-field.tsx'
import { useRecording } from './use-recording.ts'

/** In the order they come; after which of the others each is. */
const TIMES = [
  ['occurredAt', []],
  ['reportedAt', ['occurredAt']],
  ['assignedAt', ['reportedAt']],
  ['respondedAt', ['reportedAt']],
  ['restoredAt', ['assignedAt', 'respondedAt']],
] as const

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

/** As the field writes a moment, in the reader's own zone. */
const localMoment = (ms: number): string => new Date(ms).toLocaleString('sv').slice(0, 16).replace(' ', 'T')

const TimeFields = ({ form }: { readonly form: FormState }) => {
  const { record } = t.value
  return (
    <fieldset class="field">
      <legend>{record.times}</legend>
      <div class="form-grid times">
        {TIMES.map(([time, after]) => (
          <MomentField
            key={time}
            form={form}
            name={time}
            label={record.timeOf[time]}
            min={after.map(form.of).toSorted().at(-1) ?? ''}
            max={localMoment(nowMs.value)}
            required
          />
        ))}
      </div>
    </fieldset>
  )
}

/** INT-12: a major incident that is over, with its true times, to be confirmed by somebody else. */
export const RegisterPage = () => {
  const { record, words, acts } = t.value
  const form = useFormState({}, 'register-afterwards')
  const person = useSignal<Person | null>(null)
  const { failure, isSaving, save } = useRecording(form, record.registered)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void save(bodyOf(form.values))
  }
  const teams = groups.value.map(({ id, name }) => ({ value: id, label: named(name) }))
  return (
    <Page title={record.registerTitle}>
      <form class="card stack" onSubmit={submit}>
        <p class="muted">{record.registerHint}</p>
        <RequesterField
          form={form}
          label={record.reportedBy}
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
        <TimeFields form={form} />
        <ProseField form={form} name="solution" label={acts.fields.solution} max={10_000} required />
        <ProseField form={form} name="cause" label={acts.fields.cause} hint={acts.fields.causeHint} max={10_000} />
        <ProseField form={form} name="reason" label={record.whyAfterwards} required />
        <RecordingFailure failure={failure} />
        <div class="buttons">
          <button type="submit" class="button primary" disabled={isSaving}>
            {record.register}
          </button>
        </div>
      </form>
    </Page>
  )
}
