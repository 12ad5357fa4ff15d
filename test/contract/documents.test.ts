import { describe, expect, test } from 'vitest'
import { demoPeople } from '../../local/demo/people.ts'
import { demoSettings } from '../../local/demo/settings.ts'
import { defaultSettings } from '../../shared/application/defaults/default-settings.ts'
import { calendarDocument } from '../../shared/contract/calendar-document.ts'
import {
  categoryDocument,
  codesDocument,
  departmentDocument,
  groupDocument,
  itemDocument,
  serviceDocument,
} from '../../shared/contract/catalogue-documents.ts'
import { chatChannelDocument } from '../../shared/contract/chat-channel-document.ts'
import { personDocument } from '../../shared/contract/person-document.ts'
import { policyDocument } from '../../shared/contract/policy-document.ts'
import { reportDocument } from '../../shared/contract/report-document.ts'
import { rotaDocument } from '../../shared/contract/rota-document.ts'
import type { Schema } from '../../shared/contract/schema.ts'
import type { Policy } from '../../shared/domain/setting/policy.ts'
import type { SettingKind } from '../../shared/domain/setting/setting.ts'

const SCHEMAS: Readonly<Record<SettingKind, Schema>> = {
  policy: policyDocument,
  codes: codesDocument,
  calendar: calendarDocument,
  category: categoryDocument,
  service: serviceDocument,
  group: groupDocument,
  item: itemDocument,
  department: departmentDocument,
  rota: rotaDocument,
  report: reportDocument,
  'chat-channel': chatChannelDocument,
}

describe('documents of the settings', () => {
  test.each([...defaultSettings, ...demoSettings].map((one) => [`${one.kind} ${one.id}`, one] as const))(
    'what the desk starts with may be put as it is: %s',
    (_, { kind, value }) => {
      const result = SCHEMAS[kind]().safeParse(value)
      expect(result.error?.issues ?? []).toEqual([])
      expect(result.data).toEqual(value)
    },
  )

  test('so may everybody in the directory', () => {
    for (const person of demoPeople) expect(personDocument().parse(person)).toEqual(person)
  })

  const policy = demoSettings.find(({ kind }) => kind === 'policy')?.value as Policy

  test.each([
    [
      'a priority there is not',
      { priorityMatrix: { ...policy.priorityMatrix, minor: { critical: 5, high: 3, medium: 3, low: 4 } } },
    ],
    ['half a matrix', { priorityMatrix: { minor: { critical: 2, high: 3, medium: 3, low: 4 } } }],
    ['a warning after the fact', { warnAtPercent: 100 }],
    ['minutes by halves', { closing: { ...policy.closing, remindAfterWorkingMinutes: 0.5 } }],
    ['something else', { discount: 3 }],
  ])('a policy with %s is refused [PRI-4] [SLA-1]', (_, change) => {
    expect(policyDocument().safeParse({ ...policy, ...change }).success).toBe(false)
  })

  test('a code is listed once [CLO-4]', () => {
    const codes = demoSettings.find(({ kind }) => kind === 'codes')?.value as { classes: readonly object[] }
    const twice = { ...codes, classes: [...codes.classes, ...codes.classes] }
    expect(codesDocument().safeParse(twice).error?.issues[0]?.message).toBe('a code is listed twice')
  })
})
