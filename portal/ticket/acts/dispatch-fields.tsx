import { ProseField, SelectField } from '../../form/fields.tsx'
import { categories, groupName } from '../../settings/catalogue.ts'
import { useMembers } from '../../settings/members.ts'
import { categoryOptions, groupOptions } from '../../settings/options.ts'
import { t } from '../../texts/texts.ts'
import type { ActFieldsProps } from './act-fields.tsx'

const Person = ({ form, group }: Pick<ActFieldsProps, 'form'> & { readonly group: string }) => {
  const { fields } = t.value.acts
  const members = useMembers(group)
  if (members.length === 0) return null
  return <SelectField form={form} name="assignee" label={fields.toPerson} options={members} none={fields.anybody} />
}

/** LIF-2: left open, the category says which group; afterwards the ticket stays with the one that has it. */
export const AssignFields = ({ form, ticket }: ActFieldsProps) => {
  const { fields } = t.value.acts
  const byCategory = categories.value.find(({ id }) => id === ticket.category)?.group ?? ticket.group
  const usual = ticket.state === 'recorded' ? byCategory : ticket.group
  return (
    <>
      <SelectField
        form={form}
        name="group"
        label={fields.toGroup}
        options={groupOptions()}
        none={ticket.state === 'recorded' ? fields.byCategory(groupName(usual)) : groupName(usual)}
      />
      <Person form={form} group={form.of('group') || usual} />
    </>
  )
}

/** LIF-3, PRI-2 */
export const TransferFields = ({ form }: ActFieldsProps) => {
  const { acts, words } = t.value
  return (
    <>
      <SelectField form={form} name="group" label={acts.fields.toGroup} options={groupOptions()} required />
      <Person form={form} group={form.of('group')} />
      <ProseField form={form} name="reason" label={acts.fields.reason} required />
      <SelectField form={form} name="category" label={words.category} options={categoryOptions()} required />
    </>
  )
}
