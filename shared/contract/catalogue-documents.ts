import * as z from 'zod'
import type { Category, Codes, Department, Group, Item, Service } from '../domain/setting/catalogue.ts'
import { code, id, line, supportLine, texts } from './fields.ts'
import { type SchemaOf, schema } from './schema.ts'

const person = schema(() => id().nullable())

export const groupDocument = schema(() =>
  z.strictObject({ id: code(), name: texts(), line: supportLine(), lead: person().describe('Id of a person.') }).meta({
    id: 'Group',
    description: 'A support group; its members are the people who name it.',
  }),
) satisfies SchemaOf<Group>

export const categoryDocument = schema(() =>
  z
    .strictObject({
      id: code(),
      name: texts(),
      group: code().describe('The group that works first.'),
      secondLineGroup: code().nullable().describe('The second line behind it.'),
    })
    .meta({ id: 'Category', description: 'Selects the support group (PRI-2).' }),
) satisfies SchemaOf<Category>

export const serviceDocument = schema(() =>
  z
    .strictObject({
      id: code(),
      name: texts(),
      criticality: z.enum(['vital', 'important', 'normal']),
      owner: person(),
      projectManager: person(),
      calendar: code(),
      businessGroup: code().nullable(),
    })
    .meta({ id: 'Service' }),
) satisfies SchemaOf<Service>

export const itemDocument = schema(() =>
  z
    .strictObject({
      id: code(),
      name: line(200),
      service: code().nullable(),
      externalIds: z.array(line(500)).max(100).describe('Names monitoring knows it by: instance id, host name …'),
    })
    .meta({ id: 'Item', description: 'A configuration item (CFG-1).' }),
) satisfies SchemaOf<Item>

export const departmentDocument = schema(() =>
  z
    .strictObject({
      id: code(),
      name: texts(),
      head: person(),
      sharesTickets: z.boolean().describe('Its people see one another’s tickets (ROL-3).'),
    })
    .meta({ id: 'Department' }),
) satisfies SchemaOf<Department>

const codeEntry = () => ({ code: code(), name: texts() })
const bySystem = schema(() => z.boolean().describe('Set by the desk itself, never by a person.'))

const codeList = <Entry extends z.ZodType<{ readonly code: string }>>(entry: Entry) =>
  z
    .array(entry)
    .min(1)
    .max(500)
    .refine((list) => new Set(list.map((one) => one.code)).size === list.length, { error: 'a code is listed twice' })

export const codesDocument = schema(() =>
  z
    .strictObject({
      classes: codeList(z.strictObject(codeEntry())),
      channels: codeList(
        z.strictObject({ ...codeEntry(), typedIn: z.boolean().describe('Chosen by the desk (INT-1).') }),
      ),
      waitCodes: codeList(
        z.strictObject({
          ...codeEntry(),
          stopsClock: z.boolean(),
          endedBy: z.enum(['requester-answer', 'date', 'person']),
          longestStayWorkingMinutes: z.int().min(1).max(525_600),
        }),
      ),
      closeCodes: codeList(z.strictObject({ ...codeEntry(), bySystem: bySystem() })),
      notObtainedCodes: codeList(z.strictObject({ ...codeEntry(), bySystem: bySystem() })),
    })
    .meta({
      id: 'Codes',
      description: 'The code lists an administrator edits as one page.',
    }),
) satisfies SchemaOf<Codes>
