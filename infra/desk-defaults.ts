import { join } from 'node:path'
import { FileSystem } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { DeployTimeStep } from './deploy-time-step.ts'
import type { DeskTable } from './desk-table.ts'
import type { StageSettings } from './stage-settings.ts'

const DEFAULTS = join(import.meta.dirname, '../shared/application/defaults')

export type DeskDefaultsProps = {
  readonly table: DeskTable
  readonly settings: StageSettings
  readonly publicUrl: string
}

/** A new desk has its policy, calendars, codes and a first catalogue before anybody signs in; what is there already stays. */
export class DeskDefaults extends Construct {
  constructor(scope: Construct, id: string, { table: { table }, settings, publicUrl }: DeskDefaultsProps) {
    super(scope, id)
    new DeployTimeStep(this, 'Putting', {
      name: 'put-defaults',
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      resources: [table.tableArn],
      properties: { Defaults: FileSystem.fingerprint(DEFAULTS), TimeZone: settings.timeZone },
      environment: {
        TABLE_NAME: table.tableName,
        STAGE: settings.stage,
        DESK_NAME: settings.deskName,
        DESK_ADDRESS: settings.deskAddress,
        DESK_LANGUAGES: settings.languages.join(),
        PUBLIC_URL: publicUrl,
      },
    })
  }
}
