import { type Option, ProseField, RadioField } from '../../form/fields.tsx'
import type { Impact, Urgency } from '../../form/grade.ts'
import { GradeField } from '../../form/grade-field.tsx'
import { services } from '../../settings/catalogue.ts'
import { t } from '../../texts/texts.ts'
import type { ActFieldsProps } from './act-fields.tsx'

/** PRI-6: engineers ask, the desk decides. */
export const PriorityRequestFields = ({ form, ticket }: ActFieldsProps) => (
  <>
    <GradeField
      grade={{ impact: form.of('impact') as Impact, urgency: form.of('urgency') as Urgency }}
      service={services.value.find(({ id }) => id === ticket.service)}
      onGrade={({ impact, urgency }) => form.set({ impact, urgency })}
    />
    <ProseField form={form} name="reason" label={t.value.acts.fields.reason} required />
  </>
)

export const PriorityDecisionFields = ({ form, ticket }: ActFieldsProps) => {
  const { acts, words } = t.value
  const request = ticket.priorityChangeRequest
  const options: readonly Option[] = [
    { value: 'yes', label: acts.fields.granted },
    { value: 'no', label: acts.fields.refusedIt },
  ]
  return (
    <>
      {request && (
        <blockquote class="notice">
          <p>
            {acts.fields.requested(
              request.requestedBy.name,
              words.impacts[request.impact],
              words.urgencies[request.urgency],
            )}
          </p>
          <p class="said">{request.reason}</p>
        </blockquote>
      )}
      <RadioField form={form} name="granted" label={acts.fields.decision} options={options} required />
      <ProseField form={form} name="reason" label={acts.fields.reason} required />
    </>
  )
}
