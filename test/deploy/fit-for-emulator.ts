import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What MiniStack 1.5 cannot do, measured: it refuses a template with receipt rules, runs CDK's copying function without the layer
 * that holds its program, and lets it wait for an hour. What is left out here the stories do in its place (docs/deploy.md).
 */
const NOT_THERE = ['AWS::SES::ReceiptRuleSet', 'AWS::SES::ReceiptRule', 'Custom::CDKBucketDeployment']

/** Its domains have no keys to prove them by. */
const WITHOUT_VALUE = 'DkimDNSTokenName'

/** Nothing there speaks TLS: a bucket that admits nobody without would keep CloudFront out as well. */
const OF_TLS = ['aws:SecureTransport', 's3:TlsVersion']

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
type Resource = {
  readonly Type: string
  readonly Properties?: { readonly [name: string]: Json }
  readonly DependsOn?: readonly string[]
}
type Template = {
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Outputs?: Readonly<Record<string, Json>>
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** Every value of it anew, from the inside to the outside. */
const rewritten = (value: Json, by: (value: Json) => Json): Json => {
  if (value === null || typeof value !== 'object') return by(value)
  if (isList(value)) return by(value.map((each) => rewritten(each, by)))
  return by(Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rewritten(each, by)])))
}

const filtered = <Value>(of: Readonly<Record<string, Value>>, keep: (value: Value, name: string) => boolean) =>
  Object.fromEntries(Object.entries(of).filter(([name, value]) => keep(value, name)))

/** The rule set is named in the template, so its name stands for it. */
const namedInstead = (gone: Readonly<Record<string, Resource>>) => (value: Json) => {
  const ref = value !== null && typeof value === 'object' && !isList(value) ? value['Ref'] : undefined
  return typeof ref === 'string' ? (gone[ref]?.Properties?.['RuleSetName'] ?? value) : value
}

const withoutTls = (value: Json): Json =>
  isList(value) ? value.filter((each) => !OF_TLS.some((key) => isDenial(each, key))) : value

const isDenial = (statement: Json, key: string): boolean =>
  statement !== null &&
  typeof statement === 'object' &&
  'Effect' in statement &&
  statement['Effect'] === 'Deny' &&
  JSON.stringify(statement).includes(`"${key}"`)

/** Takes out of the stacks' templates what the emulator does not know. */
export const fitForEmulator = async (assembly: string, stacks: readonly string[]): Promise<void> => {
  for (const stack of stacks) {
    const file = join(assembly, `${stack}.template.json`)
    const template = JSON.parse(await readFile(file, 'utf8')) as Template
    await writeFile(file, JSON.stringify(fitted(template)))
  }
}

const fitted = (template: Template): Template => {
  const gone = filtered(template.Resources, ({ Type }) => NOT_THERE.includes(Type))
  const kept = filtered(template.Resources, (_, name) => !(name in gone))
  const byName = namedInstead(gone)
  const Resources = rewritten(kept as unknown as Json, (value) => byName(withoutTls(value))) as unknown as typeof kept
  const depending = Object.entries(Resources).map(([name, { DependsOn = [], ...resource }]) => {
    const left = [DependsOn].flat().filter((each) => !(each in gone))
    return [name, { ...resource, ...(left.length > 0 && { DependsOn: left }) }]
  })
  const Outputs = filtered(template.Outputs ?? {}, (output) => !JSON.stringify(output).includes(WITHOUT_VALUE))
  return { ...template, Resources: Object.fromEntries(depending), Outputs }
}
