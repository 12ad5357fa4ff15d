import { DescribeActiveReceiptRuleSetCommand, SESClient, SetActiveReceiptRuleSetCommand } from '@aws-sdk/client-ses'
import type { Step } from './custom-resource.ts'

/**
 * Makes the desk's rule set the one by which SES receives. Another one that is active is not replaced unless the stage
 * says so: somebody's mail may depend on it.
 */
export const activateMailRules: Step = async ({ type, properties }) => {
  const { RuleSetName: ours = '', ReplaceActive: replaceActive } = properties
  const ses = new SESClient()
  const { Metadata: metadata } = await ses.send(new DescribeActiveReceiptRuleSetCommand())
  const active = metadata?.Name ?? null
  if (type === 'Delete') {
    if (active === ours) await ses.send(new SetActiveReceiptRuleSetCommand({}))
  } else if (active !== ours) {
    if (active !== null && replaceActive !== 'true') throw new Error(wouldReplace(active, ours))
    await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: ours }))
  }
  return ours
}

const wouldReplace = (active: string, ours: string): string =>
  `SES receives by the rule set "${active}", and by one only. To switch to "${ours}" set "replaceActiveRuleSet": true for this stage in cdk.context.json; to keep "${active}", leave this stack out and add a rule to it.`
