import { CheckField, LineField, ProseField, RadioField, SelectField } from '../../form/fields.tsx'
import type { Impact, Urgency } from '../../form/grade.ts'
import { GradeField } from '../../form/grade-field.tsx'
import { services } from '../../settings/catalogue.ts'
import { useItems } from '../../settings/items.ts'
import { categoryOptions, classOptions, serviceOptions } from '../../settings/options.ts'
import { t } from '../../texts/texts.ts'
import type { ActFieldsProps } from './act-fields.tsx'

/** PRI-1 to PRI-6 */
export const ClassifyFields = ({ form, ticket }: ActFieldsProps) => {
  const { acts, words } = t.value
  const items = useItems(form.of('service'))
  const grade = { impact: form.of('impact') as Impact, urgency: form.of('urgency') as Urgency }
  const regrades = grade.impact !== ticket.impact || grade.urgency !== ticket.urgency
  const kinds = (['incident', 'service-request'] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))
  return (
    <>
      <LineField form={form} name="title" label={words.title} required />
      <div class="form-grid">
        <SelectField form={form} name="category" label={words.category} options={categoryOptions()} required />
        <SelectField form={form} name="service" label={words.service} options={serviceOptions()} />
        <SelectField form={form} name="item" label={words.item} options={items} />
        <LineField form={form} name="system" label={words.system} />
        <RadioField form={form} name="kind" label={words.kind} options={kinds} required />
        <SelectField form={form} name="class" label={words.class} options={classOptions()} required />
      </div>
      <GradeField
        grade={grade}
        service={services.value.find(({ id }) => id === form.of('service'))}
        onGrade={({ impact, urgency }) => form.set({ impact, urgency })}
      />
      {regrades && (
        <ProseField
          form={form}
          name="reason"
          label={acts.fields.reasonOfGrade}
          required={ticket.state !== 'recorded'}
        />
      )}
      <CheckField form={form} name="security" label={acts.fields.security} />
    </>
  )
}
