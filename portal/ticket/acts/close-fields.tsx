import { ProseField, RadioField, SelectField } from '../../form/fields.tsx'
import { closeOptions, notObtainedOptions } from '../../settings/options.ts'
import { t } from '../../texts/texts.ts'
import type { ActFieldsProps } from './act-fields.tsx'

const SCORES = ['1', '2', '3', '4', '5'] as const

/** CLO-6: a rating, or why there is none. */
const Rating = ({ form }: Pick<ActFieldsProps, 'form'>) => {
  const { fields } = t.value.acts
  const hasReason = form.of('notObtained') !== ''
  const scores = SCORES.map((score) => ({ value: score, label: score, hint: fields.score(Number(score)) }))
  return (
    <>
      {!hasReason && (
        <>
          <RadioField
            form={form}
            name="score"
            label={fields.rating}
            hint={fields.scoreEnds}
            options={scores}
            required
          />
          <ProseField form={form} name="comment" label={fields.ratingComment} />
        </>
      )}
      <SelectField form={form} name="notObtained" label={fields.noRating} options={notObtainedOptions()} />
    </>
  )
}

/** CLO-4 to CLO-6: what the ticket already has is not asked again. */
export const CloseFields = ({ form, ticket }: ActFieldsProps) => {
  const { fields } = t.value.acts
  return (
    <>
      <SelectField form={form} name="code" label={fields.closeCode} options={closeOptions()} required />
      {ticket.solution === null && (
        <ProseField
          form={form}
          name="solution"
          label={fields.solution}
          hint={fields.solutionHint}
          max={10_000}
          required
        />
      )}
      {ticket.satisfaction === null && <Rating form={form} />}
    </>
  )
}
