import { describe, expect, test } from 'vitest'
import { admittedBy, type Rights, rightsOf } from './granted-rights.ts'
import { ADMITTED, MAY, REASONS } from './rights.ts'
import { SETTINGS, synthesisedDesk } from './synthesised-desk.ts'

const { app: _, ...templates } = synthesisedDesk()

const sorted = (rights: Rights | undefined): Rights =>
  Object.fromEntries(
    Object.entries(rights ?? {}).map(([who, targets]) => [
      who,
      Object.fromEntries(Object.entries(targets).map(([target, actions]) => [target, actions.toSorted()])),
    ]),
  )

describe.each(Object.entries(templates))('the stack “%s”', (name, template) => {
  test('allows its roles what the table says, and nothing else', () => {
    expect(rightsOf(template)).toEqual(sorted(MAY[name]))
  })

  test('lets in whom the table says, and nobody else', () => {
    expect(admittedBy(template)).toEqual(sorted(ADMITTED[name]))
  })
})

const targets = Object.values(MAY)
  .flatMap((rights) => Object.values(rights))
  .flatMap((each) => Object.entries(each))

test('every star has its reason, and every reason its star', () => {
  const stars = new Set(
    targets.flatMap(([target, actions]) => [target, ...actions]).filter((each) => each.includes('*')),
  )
  expect(Object.keys(REASONS).toSorted()).toEqual([...stars].toSorted())
})

test('no function of the desk may do every action of a kind, or anything on every resource', () => {
  for (const [target, actions] of Object.values(MAY['desk'] ?? {}).flatMap((each) => Object.entries(each))) {
    expect(target).not.toBe('*')
    expect(actions.filter((action) => action.includes('*'))).toEqual([])
  }
})

test('nothing of the desk is ever deleted: only the portal’s own files are [AUD-1]', () => {
  const deleting = targets.filter(([, actions]) => actions.some((action) => /:Delete|:BatchWrite/.test(action)))
  expect(deleting.map(([target]) => target)).toEqual(['FilesBucket', 'FilesBucket/*'])
})

test('calls are made by the stage’s own instance of Amazon Connect, where it has one [NOT-1]', () => {
  const telephone = {
    instanceId: '11111111-1111-4111-8111-111111111111',
    contactFlowId: '22222222-2222-4222-8222-222222222222',
    sourceNumber: '+49301234567',
  }
  const instance = `connect:instance/${telephone.instanceId}/contact/*`
  const more = { [instance]: ['connect:StartOutboundVoiceContact'] }
  const [react, wakeUp, sweep] = ['FunctionsReact', 'FunctionsWakeUp', 'FunctionsSweep'] as const
  const { desk = {} } = MAY
  expect(rightsOf(synthesisedDesk({ ...SETTINGS, telephone }).desk)).toEqual(
    sorted({
      ...desk,
      [react]: { ...desk[react], ...more },
      [wakeUp]: { ...desk[wakeUp], ...more },
      [sweep]: { ...desk[sweep], ...more },
    }),
  )
})
