import { RemovalPolicy } from 'aws-cdk-lib'
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

/** The one table: nothing the desk knows is anywhere else. */
export class DeskTable extends Construct {
  /** As an interface, because CDK's classes are not made for `exactOptionalPropertyTypes`. */
  readonly table: ITable

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.table = new TableV2(this, 'Table', {
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

  /** Nobody scans the table, and nobody deletes from it (AUD-1). */
  grantUse(deskFunction: DeskFunction): void {
    const { tableArn, tableName } = this.table
    deskFunction.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [tableArn])
    deskFunction.allow(['dynamodb:Query'], [tableArn, ...TABLE.indexes.map(({ name }) => `${tableArn}/index/${name}`)])
    deskFunction.set('TABLE_NAME', tableName)
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
