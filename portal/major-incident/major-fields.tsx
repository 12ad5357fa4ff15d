import { useId } from 'preact/hooks'
import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { CheckField, LineField, MomentField, ProseField, RadioField, SelectField } from '../form/fields.tsx'
import type { FormState } from '../form/form-state.ts'
import { LongText } from '../parts/long-text.tsx'
import { PhoneLink } from '../parts/phone-link.tsx'
import { useMembers } from '../settings/members.ts'
import { t } from '../texts/texts.ts'
import { type MajorAct, ROLES } from './major-act.ts'

type Props = {
  readonly act: MajorAct
  readonly form: FormState
  readonly procedure: ProcedureView
  readonly ticket: TicketForStaff
}

/** Suggests those who are known here; any other name is as good. */
const useNames = ({ procedure, ticket }: Props): readonly string[] => {
  const members = useMembers(ticket.group).map(({ label }) => label)
  const roles = ROLES.flatMap((role) => procedure.roles[role]?.name ?? [])
  const foreseen = procedure.next.flatMap(({ tells }) => tells)
  return [...new Set([...members, ...(procedure.ball?.people ?? []), ...roles, ...foreseen])].toSorted()
}

const People = (props: Props) => {
  const { act, form } = props
  const { major } = t.value
  const list = useId()
  const names = useNames(props)
  return (
    <>
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {act === 'send-on-site' ? (
        <LineField form={form} name="engineer" label={major.fields.engineer} list={list} required />
      ) : (
        ROLES.map((role) => <LineField key={role} form={form} name={role} label={major.roles[role]} list={list} />)
      )}
      <p class="hint">{major.fields.names}</p>
    </>
  )
}

const YesNo = ({ form, act }: Props) => {
  const { fields } = t.value.major
  const judges = act === 'judge-major'
  return (
    <RadioField
      form={form}
      name={judges ? 'confirmed' : 'satisfied'}
      label={judges ? fields.judgement : fields.reviewed}
      required
      options={[
        { value: 'yes', label: judges ? fields.confirm : fields.satisfied },
        { value: 'no', label: judges ? fields.demote : fields.backToWork },
      ]}
    />
  )
}

/** What is to be judged stands in front of the question. */
const Solved = ({ ticket: { resolution } }: Props) =>
  resolution && (
    <div class="notice">
      <strong>{t.value.acts.fields.solution}</strong>
      <LongText text={resolution.solution} />
    </div>
  )

const WhomToCall = ({ ticket: { requester, contact } }: Props) => {
  const phones = [requester.phone, contact?.phone].filter((phone) => phone)
  return (
    <p class="row">
      <strong dir="auto">{requester.name}</strong>
      {phones.map((phone) => (
        <PhoneLink key={phone} phone={phone ?? ''} />
      ))}
    </p>
  )
}

const Resources = ({ form, procedure }: Props) => {
  const { fields } = t.value.major
  const waiting = procedure.resources.filter(({ arrangedAt }) => arrangedAt === null)
  return (
    <>
      <SelectField
        form={form}
        name="resource"
        label={fields.resource}
        required
        options={waiting.map(({ id, what }) => ({ value: id, label: what }))}
      />
      <ProseField form={form} name="note" label={fields.note} max={500} required />
    </>
  )
}

/** The fields of one act's form. */
export const MajorFields = (props: Props) => {
  const { act, form } = props
  const { fields, audiences } = t.value.major
  const reason = <ProseField form={form} name="reason" label={fields.reason} required />
  switch (act) {
    case 'judge-major':
      return (
        <>
          <YesNo {...props} />
          {reason}
        </>
      )
    case 'demote-major':
    case 'ask-second-line':
      return reason
    case 'set-major-roles':
      return <People {...props} />
    case 'send-on-site':
      return (
        <>
          <People {...props} />
          <LineField form={form} name="place" label={fields.place} max={500} required />
          <MomentField form={form} name="appointedFor" label={fields.appointedFor} required />
        </>
      )
    case 'request-resource':
      return <ProseField form={form} name="what" label={fields.what} max={500} required />
    case 'arrange-resource':
      return <Resources {...props} />
    case 'involve-vendor':
      return (
        <>
          <LineField form={form} name="vendor" label={fields.vendorName} required />
          <LineField form={form} name="reference" label={fields.reference} />
          {reason}
        </>
      )
    case 'update-audience':
      return (
        <>
          <RadioField
            form={form}
            name="audience"
            label={fields.audience}
            required
            options={(['requesters', 'management'] as const).map((value) => ({ value, label: audiences[value] }))}
          />
          <ProseField form={form} name="text" label={fields.text} hint={fields.updateHint} max={4_000} required />
        </>
      )
    case 'review-solution':
      return (
        <>
          <Solved {...props} />
          <YesNo {...props} />
          <ProseField form={form} name="reason" label={fields.whatIsMissing} required={form.of('satisfied') === 'no'} />
        </>
      )
    case 'attach-child':
      return <LineField form={form} name="child" label={fields.child} required />
    case 'contact':
      return (
        <>
          <WhomToCall {...props} />
          <CheckField form={form} name="reached" label={t.value.calls.outcomes.reached} />
          <ProseField form={form} name="note" label={t.value.calls.note} max={5_000} required />
        </>
      )
    case 'note-arrival':
    case 'detach-child':
    case 'write-report':
    case 'approve-report':
    case 'send-report':
      return null
  }
}
