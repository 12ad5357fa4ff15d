import { Validations } from 'aws-cdk-lib'
import type { ReceiptRuleSet } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import { DeployTimeStep } from './deploy-time-step.ts'

export type ActiveRuleSetProps = {
  readonly ruleSet: ReceiptRuleSet
  /** False: the deployment stops when another rule set is active, and says which. */
  readonly replaceActive: boolean
}

/** SES receives by one rule set per account and Region, and CloudFormation can make one but not switch it on. */
export class ActiveRuleSet extends Construct {
  constructor(scope: Construct, id: string, { ruleSet, replaceActive }: ActiveRuleSetProps) {
    super(scope, id)
    const activation = new DeployTimeStep(this, 'Activation', {
      name: 'activate-mail-rules',
      actions: ['ses:DescribeActiveReceiptRuleSet', 'ses:SetActiveReceiptRuleSet'],
      resources: ['*'],
      properties: { RuleSetName: ruleSet.receiptRuleSetName, ReplaceActive: String(replaceActive) },
    })
    Validations.of(activation).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Which rule set is active is a property of the account: these actions know no resource.',
    })
  }
}
