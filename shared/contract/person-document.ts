import * as z from 'zod'
import type { Person } from '../domain/people/person.ts'
import { code, id, language, line, role } from './fields.ts'
import { type SchemaOf, schema } from './schema.ts'

const phone = schema(() => line(50).nullable())

export const personDocument = schema(() =>
  z
    .strictObject({
      id: id().describe('What the sign-in knows them by (the token’s `sub`).'),
      name: line(200),
      email: z.email().max(254),
      phone: phone(),
      mobile: phone(),
      department: code().nullable(),
      language: language(),
      vip: z.boolean().describe('Key user (ROL-5).'),
      roles: z.array(role()).max(10).describe('Everybody is a requester; at sign-in the token’s groups count.'),
      groups: z.array(code()).max(50).describe('Support groups they work in.'),
      businessGroups: z.array(code()).max(50).describe('An incident manager’s limits; empty: all.'),
      active: z.boolean(),
    })
    .meta({ id: 'Person' }),
) satisfies SchemaOf<Person>
