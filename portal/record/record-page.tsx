import { useSignal } from '@preact/signals'
import { AttachField } from '../form/attach-field.tsx'
import { attaching, useAttachments } from '../form/attachments.ts'
import { CheckField, LineField, ProseField, RadioField, SelectField } from '../form/fields.tsx'
import { type FormState, useFormState } from '../form/form-state.ts'
import { type Grade, type Impact, type Urgency, usualGrade } from '../form/grade.ts'
import { GradeField } from '../form/grade-field.tsx'
import { TypeAhead } from '../form/type-ahead.tsx'
import { Page } from '../parts/page.tsx'
import { policy, services } from '../settings/catalogue.ts'
import { useItems } from '../settings/items.ts'
import { categoryOptions, classOptions, serviceOptions, typedInChannelOptions } from '../settings/options.ts'
import { SimilarPanel } from '../similar/similar-panel.tsx'
import { t } from '../texts/texts.ts'
import { declarationBody } from './declaration-body.ts'
import { RecordingFailure } from './recording-failure.tsx'
import { type Person, RequesterField } from './requester-field.tsx'
import { RequesterHistory } from './requester-history.tsx'
import { useRecording } from './use-recording.ts'

const INITIAL = { channel: 'hotline', kind: 'incident', class: 'fault' }

/** As chosen in the matrix; until then what the service and the caller make of it (PRI-3, PRI-5). */
const gradeOf = (form: FormState, person: Person | null): Grade => {
  const service = services.value.find(({ id }) => id === form.of('service'))
  if (form.of('impact') !== '') return { impact: form.of('impact') as Impact, urgency: form.of('urgency') as Urgency }
  return policy.value ? usualGrade(policy.value, service, person?.vip ?? false) : { impact: 'minor', urgency: 'medium' }
}

const WhatFields = ({ form }: { readonly form: FormState }) => {
  const { words, record } = t.value
  return (
    <>
      <LineField form={form} name="title" label={words.title} hint={record.titleHint} required />
      <ProseField form={form} name="description" label={words.description} max={20_000} />
      <div class="form-grid">
        <TypeAhead form={form} name="category" label={words.category} options={categoryOptions()} required />
        <TypeAhead form={form} name="service" label={words.service} options={serviceOptions()} />
      </div>
    </>
  )
}

const MoreFields = ({ form }: { readonly form: FormState }) => {
  const { acts, words, record, ticket } = t.value
  const items = useItems(form.of('service'))
  const kinds = (['incident', 'service-request'] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))
  return (
    <details>
      <summary>{record.more}</summary>
      <div class="form-grid more">
        <SelectField form={form} name="channel" label={words.channel} options={typedInChannelOptions()} required />
        <SelectField form={form} name="class" label={words.class} options={classOptions()} required />
        <SelectField form={form} name="item" label={words.item} options={items} />
        <LineField form={form} name="system" label={words.system} />
        <LineField form={form} name="place" label={ticket.place} max={500} />
        <LineField form={form} name="contactName" label={ticket.contactThere} />
        <RadioField form={form} name="kind" label={words.kind} options={kinds} required />
        <CheckField form={form} name="security" label={acts.fields.security} />
      </div>
    </details>
  )
}

/** INT-1, INT-9, PRI-6: a call, recorded while it lasts: who, what, how bad; the priority and its promises before it is saved. */
export const RecordPage = () => {
  const { record } = t.value
  const form = useFormState(INITIAL, 'record')
  const files = useAttachments(form)
  const person = useSignal<Person | null>(null)
  const { failure, isSaving, save } = useRecording(form, record.recorded)
  const grade = gradeOf(form, person.value)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void files.collect((ids) => void save({ ...declarationBody(form.values, grade), ...attaching(ids) }))
  }
  return (
    <Page title={record.title}>
      <form class="record" onSubmit={submit}>
        <div class="card stack">
          <RequesterField
            form={form}
            person={person.value}
            onPerson={(next) => {
              person.value = next
            }}
          />
          <WhatFields form={form} />
          <AttachField attachments={files} isDense />
          <MoreFields form={form} />
        </div>
        <div class="stack">
          <div class="card stack">
            <GradeField
              grade={grade}
              service={services.value.find(({ id }) => id === form.of('service'))}
              onGrade={({ impact, urgency }) => form.set({ impact, urgency })}
            />
            <RecordingFailure failure={failure} />
            <button type="submit" class="button primary" disabled={isSaving || files.isCollecting.value}>
              {record.save}
            </button>
          </div>
          <SimilarPanel form={form} />
          {person.value && <RequesterHistory key={person.value.id} person={person.value} />}
        </div>
      </form>
    </Page>
  )
}
