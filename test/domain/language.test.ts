import { describe, expect, test } from 'vitest'
import { isLanguage, languagePreferred, languageWritten } from '../../shared/domain/language.ts'

describe('strangers are answered in the language they write, where the desk speaks it, else in its first', () => {
  test.each([
    ['打印机坏了', ['en', 'zh-CN'], 'zh-CN'],
    ['The printer is dead', ['zh-CN', 'en'], 'en'],
    ['VPN 连不上', ['en', 'zh-CN'], 'zh-CN'],
    ['!?', ['zh-CN', 'en'], 'zh-CN'],
    ['', ['en', 'zh-CN'], 'en'],
    ['打印机坏了', ['en'], 'en'],
    ['The printer is dead', ['zh-CN'], 'zh-CN'],
  ] as const)('"%s" to a desk of %j: %s', (text, spoken, language) => {
    expect(languageWritten(text, spoken)).toBe(language)
  })
})

describe('a browser gets the first of its languages that the desk speaks, else the first of the desk', () => {
  test.each([
    [['zh-TW', 'en'], ['en', 'zh-CN'], 'zh-CN'],
    [['EN-gb;q=0.9', 'zh'], ['zh-CN', 'en'], 'en'],
    [['de-DE', 'zh;q=0.5', 'en;q=0.3'], ['en', 'zh-CN'], 'zh-CN'],
    [['zh', 'en'], ['en'], 'en'],
    [['de', 'fr'], ['zh-CN', 'en'], 'zh-CN'],
    [['*'], ['en', 'zh-CN'], 'en'],
    [[], ['zh-CN'], 'zh-CN'],
  ] as const)('%j at a desk of %j: %s', (tags, spoken, language) => {
    expect(languagePreferred(tags, spoken)).toBe(language)
  })
})

test('there are two languages, by their exact names', () => {
  expect(['zh-CN', 'en', 'zh', 'EN', ''].filter(isLanguage)).toEqual(['zh-CN', 'en'])
})
