/** What the definition says of the place it is deployed to, as it is written down. */
const PARTITION = 'aws'
const FUNCTION_ARN = `arn:${PARTITION}:lambda:local:000000000000:function:procedure`

type Template = {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>
}

const written = (part: unknown): string => {
  if (typeof part === 'string') return part
  return Object(part).Ref === 'AWS::Partition' ? PARTITION : FUNCTION_ARN
}

/**
 * The state machine of a synthesised stack in the Amazon States Language, with stand-ins for what only a deployment knows.
 * @throws Error when the stack has none
 */
export const procedureDefinition = ({ Resources: resources = {} }: Template): object => {
  const machine = Object.values(resources).find(({ Type }) => Type === 'AWS::StepFunctions::StateMachine')
  if (!machine) throw new Error('There is no state machine in this stack.')
  const [, parts] = Object(machine.Properties).DefinitionString['Fn::Join'] as readonly [string, readonly unknown[]]
  return JSON.parse(parts.map(written).join(''))
}
