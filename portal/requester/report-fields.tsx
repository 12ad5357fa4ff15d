import { CheckField, LineField, ProseField, SelectField } from '../form/fields.tsx'
import type { FormState } from '../form/form-state.ts'
import { serviceOptions } from '../settings/options.ts'
import type { ReportKind } from './report-form.ts'
import { requesterTexts } from './texts.ts'

const WHERE = ['contactName', 'contactPhone', 'place'] as const

type FieldsProps = { readonly form: FormState; readonly kind: ReportKind }

const Where = ({ form }: { readonly form: FormState }) => {
  const { report } = requesterTexts.value
  return (
    <details class="where" open={WHERE.some((name) => form.of(name) !== '')}>
      <summary>{report.where}</summary>
      <div class="form-grid">
        <LineField form={form} name="contactName" label={report.contactName} />
        <LineField form={form} name="contactPhone" label={report.contactPhone} type="tel" max={50} />
        <div class="wide">
          <LineField form={form} name="place" label={report.place} hint={report.placeHint} max={500} />
        </div>
      </div>
    </details>
  )
}

/** Two fields are enough; everything else may be left to the desk. */
export const ReportFields = ({ form, kind }: FieldsProps) => {
  const { report } = requesterTexts.value
  return (
    <>
      <LineField form={form} name="title" label={report.what[kind]} hint={report.whatExample[kind]} required />
      <ProseField
        form={form}
        name="description"
        label={report.details[kind]}
        hint={report.detailsHint[kind]}
        max={20_000}
        required
      />
      <SelectField
        form={form}
        name="service"
        label={report.service}
        hint={report.serviceHint}
        options={serviceOptions()}
        none={report.unsure}
      />
      <Where form={form} />
      {kind === 'incident' && (
        <CheckField form={form} name="security" label={report.security} hint={report.securityHint} />
      )}
    </>
  )
}
