import * as z from 'zod'
import type { ReportSetting } from '../domain/setting/report-setting.ts'
import { id, role } from './fields.ts'
import { type SchemaOf, schema } from './schema.ts'

export const reportDocument = schema(() =>
  z
    .strictObject({
      recipients: z
        .strictObject({
          roles: z.array(role()).max(20).describe('Everybody with one of them, such as management.'),
          people: z.array(id()).max(100).describe('Ids of colleagues besides.'),
        })
        .describe('Who is sent the report of a month when it is made (REP-3).'),
    })
    .meta({ id: 'ReportSettings', description: 'How the monthly report reaches people.' }),
) satisfies SchemaOf<ReportSetting>
