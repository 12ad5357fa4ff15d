import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, differences, isSame, type Json, rebased, withAt } from '../../portal/admin/document.ts'

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
const documents: fc.Arbitrary<Json> = fc.record({
  name: fc.record({ en: fc.string(), 'zh-CN': fc.string() }),
  group: leaf,
  lists: fc.array(fc.record({ code: fc.string() }), { maxLength: 3 }),
})

describe('two administrators at once [LIF-9]', () => {
  test('everything I changed is there afterwards, and everything they changed that I did not', () => {
    fc.assert(
      fc.property(documents, documents, documents, (base, mine, theirs) => {
        const merged = rebased(base, mine, theirs)
        const changed = new Set(differences(base, mine).map(({ path }) => path.join('.')))
        for (const { path, after } of differences(base, mine)) expect(at(merged, path)).toEqual(after)
        for (const { path, after } of differences(base, theirs))
          if (!changed.has(path.join('.'))) expect(at(merged, path)).toEqual(after)
      }),
    )
  })

  test('nothing differs after nothing was changed, whatever the order of the fields', () => {
    expect(isSame({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBe(true)
    fc.assert(
      fc.property(documents, (document) => {
        expect(differences(document, document)).toEqual([])
      }),
    )
  })

  test('an optional field can be taken away and a row removed', () => {
    expect(withAt({ a: 1, b: 2 }, ['b'], undefined)).toEqual({ a: 1 })
    expect(withAt({ rows: [1, 2, 3] }, ['rows', 1], undefined)).toEqual({ rows: [1, 3] })
  })
})
