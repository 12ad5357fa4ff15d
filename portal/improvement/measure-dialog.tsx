import { type AnswerOf, call } from '../api/call.ts'
import { DateField, LineField, ProseField, SelectField } from '../form/fields.tsx'
import { type FormState, useFormState } from '../form/form-state.ts'
import { nowMs } from '../format/now.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { say } from '../shell/toasts.tsx'
import { improvementTexts } from './texts.ts'

export type Measure = AnswerOf<'getMeasure'>

const today = (): string => new Date(nowMs.value).toLocaleDateString('sv')

const Fields = ({ form }: { readonly form: FormState }) => {
  const texts = improvementTexts.value
  const owners = useLoaded('measure-owners', (signal) => call('listMeasureOwners', { signal }))
  const options = (owners.value.value?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <LineField form={form} name="title" label={texts.title} required />
      <ProseField form={form} name="detail" label={texts.detail} max={5_000} />
      <SelectField form={form} name="owner" label={texts.owner} options={options} required />
      <DateField form={form} name="dueOn" label={texts.due} min={today()} required />
    </>
  )
}

const bodyOf = (form: FormState) => {
  const detail = form.of('detail').trim()
  return {
    title: form.of('title'),
    owner: form.of('owner'),
    dueOn: form.of('dueOn'),
    ...(detail !== '' && { detail }),
  }
}

type PlanProps = {
  readonly review?: string | null
  readonly ticket?: string | null
  readonly onClose: () => void
  readonly onDone: () => void
}

/** REP-5: a measure into the plan, from a review or a ticket or by itself. */
export const PlanDialog = ({ review = null, ticket = null, onClose, onDone }: PlanProps) => {
  const texts = improvementTexts.value
  const form = useFormState({}, `measure.${review ?? ticket ?? 'new'}`)
  const send = async () => {
    const { number } = await call('planMeasure', { body: { ...bodyOf(form), review, ticket } })
    form.clear()
    say(texts.planned(number))
    onDone()
  }
  return (
    <FormDialog title={texts.plan} hint={texts.planHint} onClose={onClose} onSend={send}>
      <Fields form={form} />
    </FormDialog>
  )
}

type ChangeProps = { readonly measure: Measure; readonly onClose: () => void; readonly onDone: () => void }

export const ChangeDialog = ({ measure, onClose, onDone }: ChangeProps) => {
  const texts = improvementTexts.value
  const { number, version, title, detail, owner, dueOn } = measure
  const form = useFormState({ title, detail, owner: owner.id, dueOn }, `measure.${number}.change`)
  const send = async () => {
    // a date that has passed may stay, but not be chosen
    const { dueOn: due, ...rest } = bodyOf(form)
    const body = { ...rest, ...(due !== dueOn && { dueOn: due }) }
    await call('changeMeasure', { params: { number }, body, version })
    form.clear()
    say(texts.saved)
    onDone()
  }
  return (
    <FormDialog title={texts.change} onClose={onClose} onSend={send}>
      <Fields form={form} />
    </FormDialog>
  )
}
