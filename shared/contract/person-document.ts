import * as z from 'zod'
import type { Person, PersonChannel } from '../domain/people/person.ts'
import { code, id, language, line, role } from './fields.ts'
import { type SchemaOf, schema } from './schema.ts'

export const phone = schema(() => line(50).nullable())

export const personChannel = schema(
  () =>
    z
      .string()
      .regex(/^(email|sms|voice|chat:[a-zA-Z0-9][a-zA-Z0-9._-]{0,63})$/, {
        error: 'must be email, sms, voice or chat:<id of a chat channel>',
      })
      .meta({
        id: 'PersonChannel',
        description: 'A way to somebody: email, sms, voice or chat:<id of a chat channel> (NOT-1).',
        examples: ['email', 'chat:oncall'],
      }) as unknown as z.ZodType<PersonChannel>,
)

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
      channels: z
        .array(personChannel())
        .max(10)
        .exactOptional()
        .describe('How they are told, in this order. Absent: by mail, then by text message.'),
    })
    .meta({ id: 'Person' }),
) satisfies SchemaOf<Person>
