import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  type ITable,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { type IndexDefinition, TABLE } from '../shared/persistence/table-definition.ts'
import type { DeskFunction } from './desk-function.ts'
import type { StageSettings } from './stage-settings.ts'

/** The one table: nothing the desk knows is anywhere else. */
export class DeskTable extends Construct {
  /** As an interface, because CDK's classes are not made for `exactOptionalPropertyTypes`. */
  readonly table: ITable

  /** @param restored a table that is there already, and is made ready by `npm run desk -- drill`; absent: a new one */
  constructor(scope: Construct, id: string, restored?: NonNullable<StageSettings['restoredTable']>) {
    super(scope, id)
    this.table = restored ? this.existing(restored) : this.created()
  }

  private created(): ITable {
    return new TableV2(this, 'Table', {
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      globalSecondaryIndexes: TABLE.indexes.map(index),
      timeToLiveAttribute: TABLE.expiry,
      dynamoStream: StreamViewType[TABLE.stream],
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    }) as ITable
  }

  private existing({ name, stream }: NonNullable<StageSettings['restoredTable']>): ITable {
    const tableArn = Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: name })
    return TableV2.fromTableAttributes(this, 'Table', { tableArn, tableStreamArn: `${tableArn}/stream/${stream}` })
  }

  /** Nobody scans the table, and nobody deletes from it (AUD-1). */
  grantUse(deskFunction: DeskFunction): void {
    const { tableArn, tableName } = this.table
    deskFunction.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [tableArn])
    deskFunction.allow(['dynamodb:Query'], [tableArn, ...TABLE.indexes.map(({ name }) => `${tableArn}/index/${name}`)])
    deskFunction.set('TABLE_NAME', tableName)
  }

  /** Reads several records with one request, which only lists of named records need. */
  grantReadTogether(deskFunction: DeskFunction): void {
    deskFunction.allow(['dynamodb:BatchGetItem'], [this.table.tableArn])
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING })

const index = ({ name, partitionKey, sortKey, include }: IndexDefinition) => ({
  indexName: name,
  partitionKey: text(partitionKey),
  sortKey: text(sortKey),
  ...(include.length > 0
    ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...include] }
    : { projectionType: ProjectionType.KEYS_ONLY }),
})
