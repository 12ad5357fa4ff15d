import type { AskAws } from './ask-aws.ts'

const OUTPUT = /<OutputKey>([^<]+)<\/OutputKey>\s*<OutputValue>([^<]*)<\/OutputValue>/g

/** What a stack of the stage's desk says about itself. @throws Error when the stage has no such stack here */
export const outputsOf = async (
  ask: AskAws,
  stage: string,
  stack: 'state' | 'desk',
): Promise<Readonly<Record<string, string>>> => {
  const body = new URLSearchParams({
    Action: 'DescribeStacks',
    Version: '2010-05-15',
    StackName: `firstline-${stage}-${stack}`,
  })
  const response = await ask('cloudformation', '/', {
    body: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`There is no desk of stage "${stage}" in this account and Region.`)
  return Object.fromEntries([...text.matchAll(OUTPUT)].map(([, name = '', value = '']) => [name, value]))
}
