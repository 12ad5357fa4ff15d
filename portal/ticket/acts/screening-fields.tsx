import { type Option, ProseField, RadioField } from '../../form/fields.tsx'
import { t } from '../../texts/texts.ts'
import type { ActFieldsProps } from './act-fields.tsx'

/** INT-11: returned for good, or redirected to where changes and new requirements are decided. */
export const ReturnFields = ({ form }: ActFieldsProps) => {
  const { fields } = t.value.acts
  const options: readonly Option[] = (['out-of-scope', 'change', 'new-requirement'] as const).map((as) => ({
    value: as,
    label: fields.returnedAs[as],
  }))
  return (
    <>
      <RadioField form={form} name="as" label={fields.returnAs} options={options} required />
      <ProseField form={form} name="reason" label={fields.reason} hint={fields.reasonTold} required />
    </>
  )
}

export const DecideServiceFields = ({ form, ticket: { insistence, screening } }: ActFieldsProps) => {
  const { fields } = t.value.acts
  const options: readonly Option[] = [
    { value: 'yes', label: fields.serve },
    { value: 'no', label: fields.decline },
  ]
  return (
    <>
      {screening?.reason && <p class="said">{screening.reason}</p>}
      {insistence?.text && <p class="said">{insistence.text}</p>}
      <RadioField form={form} name="serve" label={fields.decision} options={options} required />
      <ProseField form={form} name="reason" label={fields.reason} hint={fields.reasonTold} required />
    </>
  )
}

/** INT-12: somebody other than the writer vouches for the times. */
export const ConfirmRegistrationFields = ({ form }: ActFieldsProps) => {
  const { fields } = t.value.acts
  const options: readonly Option[] = [
    { value: 'yes', label: fields.timesTrue },
    { value: 'no', label: fields.timesNotTrue },
  ]
  return (
    <>
      <RadioField form={form} name="confirmed" label={fields.decision} options={options} required />
      <ProseField form={form} name="reason" label={fields.reason} required={form.of('confirmed') === 'no'} />
    </>
  )
}
