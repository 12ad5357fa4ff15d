import type { Template } from 'aws-cdk-lib/assertions'
import { type Resource, resourcesOf } from './synthesised-desk.ts'

/** Who → on what → which actions, sorted: everything a template allows, in words that a person can compare. */
export type Rights = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

type Statement = {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Resource?: unknown
  readonly NotResource?: unknown
  readonly Principal?: unknown
  readonly Condition?: unknown
}

/** CDK ends every logical id with eight digits of its own. */
const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '')

/** `<stack>:ExportsOutput<how><id><hash><attribute><hash>`; or a name of our own. */
const imported = (text: string): string => {
  const [, id, attribute = ''] = /:ExportsOutput(?:FnGetAtt|Ref)(\w+?)[0-9A-F]{8}(\D*)[0-9A-F]{8}$/.exec(text) ?? []
  if (id === 'Table') return attribute === 'StreamArn' ? 'table/stream' : 'table'
  return id ?? (text.endsWith('-files-arn') ? 'files' : text)
}

/** What CloudFormation works out later, as one readable name: `arn:aws:…` with its variables, or the construct's name. */
export const named = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value)
  const [[how, what]] = Object.entries(value) as [[string, unknown]]
  if (how === 'Ref') return withoutHash(String(what)).replace(/^AWS::/, '$')
  if (how === 'Fn::ImportValue') return imported(String(what))
  if (how === 'Fn::GetAtt') return withoutHash(String(Array.isArray(what) ? what[0] : what))
  if (how === 'Fn::Join') return (what as readonly [string, readonly unknown[]])[1].map(named).join('')
  return `${how.replace('Fn::', '')}(${listOf(what).flat().map(named).join(' ')})`
}

const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat())

/** Without what is the same in every ARN of the stage. */
const shortened = (value: unknown): string =>
  named(value)
    .replace('arn:$Partition:', '')
    .replace(':$Region:$AccountId:', ':')
    .replace(/Sub\((cdk-\w+-assets)-.*\)/, '$1')

const conditionOf = ({ Condition: condition }: Statement): string => {
  if (!condition) return ''
  const tests = Object.values(condition).flatMap((each) => Object.entries(each as object))
  return ` if ${tests.map(([name, value]) => `${name} is ${named(value)}`).join(', ')}`
}

const targetsOf = (statement: Statement, own: string): readonly string[] =>
  [
    ...listOf(statement.Resource).map(shortened),
    ...listOf(statement.NotResource).map((each) => `anything but ${shortened(each)}`),
  ].map((target) => (target === `${own}Log` ? 'own log' : target) + conditionOf(statement))

const collected = (rights: readonly (readonly [who: string, target: string, action: string])[]): Rights => {
  const byWho = Object.groupBy(rights, ([who]) => who)
  return Object.fromEntries(
    Object.entries(byWho).map(([who, ofWho = []]) => {
      const byTarget = Object.groupBy(ofWho, ([, target]) => target)
      const actionsOf = (each: typeof ofWho) => [...new Set(each.map(([, , action]) => action))].toSorted()
      return [who, Object.fromEntries(Object.entries(byTarget).map(([target, each = []]) => [target, actionsOf(each)]))]
    }),
  )
}

const statementsOf = ({ Properties }: Resource): readonly Statement[] =>
  (Properties['PolicyDocument'] as { readonly Statement: readonly Statement[] }).Statement.filter(
    ({ Effect }) => Effect === 'Allow',
  )

/** What the roles of a template may do. A role attached to a policy of somebody else's making is named with it. */
export const rightsOf = (template: Template): Rights => {
  const policies = [...resourcesOf(template, 'AWS::IAM::Policy').values()]
  const managed = [...resourcesOf(template, 'AWS::IAM::Role')].flatMap(([id, { Properties }]) =>
    [...listOf(Properties['ManagedPolicyArns']), ...listOf(Properties['Policies'])].map(
      (policy) => [withoutHash(id).replace(/Role$/, ''), named(policy), 'all of it'] as const,
    ),
  )
  const inline = policies.flatMap((policy) =>
    listOf(policy.Properties['Roles']).flatMap((role) => {
      const own = named(role).replace(/Role$/, '')
      return statementsOf(policy).flatMap((statement) =>
        targetsOf(statement, own).flatMap((target) =>
          listOf(statement.Action).map((action) => [own, target, String(action)] as const),
        ),
      )
    }),
  )
  return collected([...managed, ...inline])
}

const principalOf = ({ Principal: principal }: Statement): string =>
  typeof principal === 'string'
    ? principal
    : Object.values(principal as object)
        .map(named)
        .join(', ')

/** Whom queues, topics, buckets and functions let in, besides the roles of their own account. */
export const admittedBy = (template: Template): Rights => {
  const byPolicy = [...resourcesOf(template).values()]
    .filter(({ Type }) => /::(Queue|Topic|Bucket)Policy$/.test(Type))
    .flatMap((policy) =>
      statementsOf(policy).flatMap((statement) =>
        targetsOf(statement, '').flatMap((target) =>
          listOf(statement.Action).map((action) => [principalOf(statement), target, String(action)] as const),
        ),
      ),
    )
  const byPermission = [...resourcesOf(template, 'AWS::Lambda::Permission').values()].map(({ Properties }) => {
    const { Principal, FunctionName, SourceArn, Action } = Properties
    return [String(Principal), `${named(FunctionName)} for ${shortened(SourceArn)}`, String(Action)] as const
  })
  return collected([...byPolicy, ...byPermission])
}
