import { MomentField, type Option, ProseField, RadioField } from '../../form/fields.tsx'
import { nowMs } from '../../format/now.ts'
import { shortTime } from '../../format/time.ts'
import { t } from '../../texts/texts.ts'
import type { ActFieldsProps } from './act-fields.tsx'

/** SLA-5: a time beyond the promise, and why; the requester is asked at once. */
export const ProposeFields = ({ form, ticket }: ActFieldsProps) => {
  const { fields } = t.value.acts
  const dueAt = ticket.sla.restore?.dueAt ?? null
  const hint =
    dueAt === null ? fields.newTimeHint : `${fields.promisedBy(shortTime(dueAt, nowMs.value))} ${fields.newTimeHint}`
  return (
    <>
      <MomentField form={form} name="restoreBy" label={fields.newTime} hint={hint} required />
      <ProseField form={form} name="reason" label={fields.reason} hint={fields.reasonTold} required />
    </>
  )
}

/** For staff who are the requester of the ticket themselves. */
export const AnswerTimeFields = ({ form, ticket: { proposal } }: ActFieldsProps) => {
  const { fields } = t.value.acts
  const options: readonly Option[] = [
    { value: 'yes', label: fields.agree },
    { value: 'no', label: fields.object },
  ]
  const label = proposal ? fields.agreeTo(shortTime(proposal.restoreBy, nowMs.value)) : fields.decision
  return (
    <>
      <RadioField form={form} name="agreed" label={label} options={options} required />
      <ProseField form={form} name="text" label={fields.objection} />
    </>
  )
}
