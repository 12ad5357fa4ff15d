import type { TicketForStaff } from '../../../shared/contract/ticket-view.ts'
import { CheckField, MomentField, type Option, ProseField, RadioField, SelectField } from '../../form/fields.tsx'
import type { FormState } from '../../form/form-state.ts'
import { MergeFields } from '../../merge/merge-fields.tsx'
import { codes } from '../../settings/catalogue.ts'
import { categoryOptions, waitOptions } from '../../settings/options.ts'
import { t } from '../../texts/texts.ts'
import type { Act } from './act.ts'
import { ClassifyFields } from './classify-fields.tsx'
import { CloseFields } from './close-fields.tsx'
import { AssignFields, TransferFields } from './dispatch-fields.tsx'
import { PriorityDecisionFields, PriorityRequestFields } from './priority-fields.tsx'
import { AnswerTimeFields, ProposeFields } from './proposal-fields.tsx'
import { ConfirmRegistrationFields, DecideServiceFields, ReturnFields } from './screening-fields.tsx'

export type ActFieldsProps = { readonly form: FormState; readonly ticket: TicketForStaff }

const Reason = ({ form, isTold = false }: { readonly form: FormState; readonly isTold?: boolean }) => {
  const { fields } = t.value.acts
  return (
    <ProseField
      form={form}
      name="reason"
      label={fields.reason}
      hint={isTold ? fields.reasonTold : undefined}
      required
    />
  )
}

const ContactFields = ({ form, ticket }: ActFieldsProps) => {
  const { acts, words } = t.value
  const media = (['phone', 'in-person', 'chat', 'other'] as const).map((medium) => ({
    value: medium,
    label: words.media[medium],
  }))
  const reached: readonly Option[] = [
    { value: 'yes', label: acts.fields.reached },
    { value: 'no', label: acts.fields.notReached },
  ]
  const agreed: readonly Option[] = [
    { value: 'yes', label: words.agreed.yes },
    { value: 'no', label: words.agreed.no },
    { value: '', label: words.agreed.notAsked },
  ]
  return (
    <>
      <RadioField form={form} name="medium" label={acts.fields.medium} options={media} required />
      <RadioField form={form} name="reached" label={acts.fields.whetherReached} options={reached} required />
      <ProseField form={form} name="note" label={acts.fields.note} max={5_000} required />
      <CheckField form={form} name="faultConfirmed" label={acts.fields.faultConfirmed} />
      {form.of('reached') === 'yes' && (
        <RadioField
          form={form}
          name="gradeAgreed"
          label={acts.fields.gradeAgreed(words.priorityOf(ticket.priority))}
          options={agreed}
        />
      )}
      <MomentField form={form} name="agreedUntil" label={acts.fields.agreedUntil} />
    </>
  )
}

const WaitFields = ({ form }: ActFieldsProps) => {
  const { fields } = t.value.acts
  const chosen = codes.value?.waitCodes.find(({ code }) => code === form.of('code'))
  const asks = chosen?.endedBy === 'requester-answer'
  return (
    <>
      <SelectField
        form={form}
        name="code"
        label={fields.waitCode}
        options={waitOptions()}
        hint={chosen && (chosen.stopsClock ? fields.clockStops : fields.clockRuns)}
        required
      />
      <ProseField
        form={form}
        name="reason"
        label={asks ? fields.question : fields.reason}
        hint={asks ? fields.reasonTold : undefined}
        required
      />
      {chosen?.endedBy === 'date' && <MomentField form={form} name="until" label={fields.until} required />}
    </>
  )
}

const DiagnoseFields = ({ form }: ActFieldsProps) => {
  const { fields } = t.value.acts
  return (
    <>
      <ProseField form={form} name="cause" label={fields.cause} hint={fields.causeHint} max={10_000} />
      <ProseField form={form} name="workaround" label={fields.workaround} max={10_000} />
      <ProseField form={form} name="solution" label={fields.solution} hint={fields.solutionHint} max={10_000} />
    </>
  )
}

const ResolveFields = ({ form }: ActFieldsProps) => {
  const { acts, words } = t.value
  const outcomes = (['cure', 'workaround', 'degraded-service'] as const).map((outcome) => ({
    value: outcome,
    label: words.outcomes[outcome],
  }))
  return (
    <>
      <ProseField
        form={form}
        name="solution"
        label={acts.fields.solution}
        hint={acts.fields.solutionHint}
        max={10_000}
        required
      />
      <RadioField form={form} name="outcome" label={acts.fields.outcome} options={outcomes} required />
      <ProseField form={form} name="cause" label={acts.fields.cause} hint={acts.fields.causeHint} max={10_000} />
      <CheckField form={form} name="environmentChanged" label={acts.fields.environmentChanged} />
      <ProseField
        form={form}
        name="leftToFindOut"
        label={acts.fields.leftToFindOut}
        hint={acts.fields.leftToFindOutHint}
      />
      <SelectField form={form} name="category" label={words.category} options={categoryOptions()} required />
    </>
  )
}

const JudgeFields = ({ form }: ActFieldsProps) => {
  const { fields } = t.value.acts
  const options: readonly Option[] = [
    { value: 'yes', label: fields.majorYes },
    { value: 'no', label: fields.majorNo },
  ]
  return (
    <>
      <RadioField form={form} name="confirmed" label={fields.decision} options={options} required />
      <Reason form={form} />
    </>
  )
}

const ReviewFields = ({ form }: ActFieldsProps) => {
  const { fields } = t.value.acts
  return (
    <>
      <ProseField form={form} name="conversation" label={fields.conversation} max={5_000} />
      <ProseField form={form} name="finding" label={fields.finding} max={5_000} required />
      <ProseField form={form} name="cause" label={fields.cause} max={5_000} />
      <ProseField form={form} name="measure" label={fields.measure} hint={fields.measureHint} max={5_000} />
    </>
  )
}

/** The fields of an act's form (DESIGN §6); the desk checks them again. */
export const ActFields = ({ act, ...props }: ActFieldsProps & { readonly act: Act }) => {
  const { form } = props
  switch (act) {
    case 'classify':
      return <ClassifyFields {...props} />
    case 'assign':
      return <AssignFields {...props} />
    case 'transfer':
      return <TransferFields {...props} />
    case 'contact':
      return <ContactFields {...props} />
    case 'wait':
      return <WaitFields {...props} />
    case 'diagnose':
      return <DiagnoseFields {...props} />
    case 'resolve':
      return <ResolveFields {...props} />
    case 'close':
      return <CloseFields {...props} />
    case 'request-priority-change':
      return <PriorityRequestFields {...props} />
    case 'decide-priority-change':
      return <PriorityDecisionFields {...props} />
    case 'merge':
      return <MergeFields {...props} />
    case 'propose-time':
      return <ProposeFields {...props} />
    case 'answer-time':
      return <AnswerTimeFields {...props} />
    case 'judge-major':
      return <JudgeFields {...props} />
    case 'review-rating':
      return <ReviewFields {...props} />
    case 'raise-problem':
      return <ProseField form={form} name="leftToFindOut" label={t.value.acts.fields.leftToFindOut} max={5_000} />
    case 'return':
      return <ReturnFields {...props} />
    case 'confirm-registration':
      return <ConfirmRegistrationFields {...props} />
    case 'decide-service':
      return <DecideServiceFields {...props} />
    case 'insist':
      return <ProseField form={form} name="text" label={t.value.acts.fields.insistWhy} />
    case 'cancel':
      return <Reason form={form} isTold />
    case 'escalate':
    case 'reject':
      return <Reason form={form} />
    case 'screen':
    case 'accept':
    case 'resume':
    case 'unmerge':
    case 'comment':
    case 'confirm':
      return null
  }
}
