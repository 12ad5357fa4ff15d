import { CfnOutput, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { DeskFiles } from './desk-files.ts'
import { DeskSecret } from './desk-secret.ts'
import { DeskTable } from './desk-table.ts'
import { SignIn } from './sign-in.ts'
import { callbackUrlsOf, prefixOf, type StageSettings } from './stage-settings.ts'

/** What must outlive every other stack: the table, the files, the people's sign-in and the key. */
export class StateStack extends Stack {
  readonly table: DeskTable
  readonly files: DeskFiles
  readonly signIn: SignIn
  readonly secret: DeskSecret

  constructor(scope: Construct, settings: StageSettings) {
    super(scope, 'State', {
      stackName: `${prefixOf(settings)}state`,
      description: 'Firstline: everything the desk keeps',
      terminationProtection: true,
    })
    this.table = new DeskTable(this, 'Table')
    this.tellOfTable()
    this.files = new DeskFiles(this, 'Files')
    this.signIn = new SignIn(this, 'SignIn', {
      prefix: settings.signInPrefix,
      callbackUrls: callbackUrlsOf(settings),
    })
    this.secret = new DeskSecret(this, 'Secret', settings)
    new CfnOutput(this, 'UserPoolId', { value: this.signIn.userPool.userPoolId })
    new CfnOutput(this, 'SignInUrl', { value: this.signIn.domain.baseUrl() })
  }

  /** Exported also while no other stack asks: CloudFormation would not let a desk turn to a restored table, and back. */
  private tellOfTable(): void {
    const { tableArn, tableName, tableStreamArn } = this.table.table
    for (const value of [tableArn, tableName, tableStreamArn]) if (value) this.exportValue(value)
    new CfnOutput(this, 'TableName', { value: tableName })
  }
}
