import { createHash } from 'node:crypto'
import { Construct } from 'constructs'
import { defaultSettings } from '../shared/application/defaults/default-settings.ts'
import { DeployTimeStep } from './deploy-time-step.ts'
import type { DeskTable } from './desk-table.ts'
import type { StageSettings } from './stage-settings.ts'

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
      properties: { Defaults: createHash('sha256').update(JSON.stringify(defaultSettings)).digest('hex') },
      environment: {
        TABLE_NAME: table.tableName,
        DESK_NAME: settings.deskName,
        DESK_ADDRESS: settings.deskAddress,
        PUBLIC_URL: publicUrl,
      },
    })
  }
}
