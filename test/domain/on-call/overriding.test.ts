import { describe, expect, test } from 'vitest'
import { plus } from '../../../shared/domain/instant.ts'
import { type OverrideCommand, overrideDecider } from '../../../shared/domain/on-call/overriding.ts'
import type { Override, Rota } from '../../../shared/domain/on-call/rota.ts'
import type { Setting } from '../../../shared/domain/setting/setting.ts'
import { contextOf, refusalOf } from '../../support/desk-at-work.ts'
import { asActor, inShanghai, MONDAY_9, personNamed, smallDesk } from '../../support/ticket-fixtures.ts'

const override = (id: string, person: string, more: Partial<Override> = {}): Override => ({
  id,
  from: inShanghai('2026-03-03 09:00'),
  to: inShanghai('2026-03-03 18:00'),
  person,
  replaces: null,
  ...more,
})

/** Noor one day, Hao the next. */
const rota = (...overrides: readonly Override[]): Setting<'rota'> => ({
  kind: 'rota',
  id: 'network',
  updatedAt: MONDAY_9,
  value: {
    id: 'network',
    name: { en: 'Network', 'zh-CN': '网络' },
    subject: { kind: 'group', group: 'network' },
    timeZone: 'Asia/Shanghai',
    layers: [
      {
        participants: ['noor', 'hao'],
        atOnce: 1,
        startsOn: '2026-03-02',
        handOverAt: '09:00',
        turn: { days: 1 },
        windows: [],
        holidays: 'ignored',
        calendar: null,
        endsOn: null,
      },
    ],
    overrides,
    neededDuring: null,
  } satisfies Rota,
})

const context = (who: string) => contextOf(smallDesk, asActor(personNamed(who)), MONDAY_9)

const overridesAfter = (who: string, setting: Setting<'rota'>, command: OverrideCommand) =>
  overrideDecider
    .decide(setting, command, context(who))
    .reduce(
      (state, event) =>
        overrideDecider.evolve(state, event, { at: MONDAY_9, actor: { kind: 'person', id: who, name: who } }),
      setting,
    ).value.overrides

const remove = (who: string, of: Override): (() => unknown) => {
  return () => overridesAfter(who, rota(of), { type: 'remove-override', override: of.id })
}

describe('a shift that was taken over [ONC-1]', () => {
  test('is given back by whoever has it, the lead and the desk manager, and by nobody else', () => {
    const hers = override('o', 'hao')
    for (const who of ['hao', 'noor', 'diana', 'ada']) expect(remove(who, hers)()).toEqual([])
    for (const who of ['petra', 'grace', 'anna']) expect(refusalOf(remove(who, hers))).toBe('forbidden not-your-shift')
  })

  test('may be one of several in that time, and is none of them when nobody has it', () => {
    const twoDays = { from: MONDAY_9, to: inShanghai('2026-03-04 09:00') }
    const take = (replaces: string) => {
      const { id: _, ...given } = override('o', 'hao', { ...twoDays, replaces })
      return overridesAfter('noor', rota(), { type: 'add-override', override: given })
    }
    expect(take('noor')).toMatchObject([{ person: 'hao', replaces: 'noor' }])
    expect(refusalOf(() => take('petra'))).toBe('conflict not-on-duty')
  })

  test('leaves the others as they are, but for those that were over more than 400 days ago', () => {
    const days = (count: number) => plus(MONDAY_9, -count * 86_400_000)
    const old = override('old', 'noor', { from: days(402), to: days(401) })
    const kept = override('kept', 'noor', { from: days(400), to: days(399) })
    const { id: _, ...given } = override('new', 'hao')
    const overrides = overridesAfter('hao', rota(old, kept), { type: 'add-override', override: given })
    expect(overrides).toMatchObject([kept, given])
  })
})
