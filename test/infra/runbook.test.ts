import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Resource, resourcesOf, synthesisedDesk } from './synthesised-desk.ts'

const page = await readFile(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8')
const articles = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((article) => [article.slice(0, article.indexOf('\n')), article]),
)

const { app: _, ...templates } = synthesisedDesk()
const every = Object.values(templates).flatMap((template) => [...resourcesOf(template, 'AWS::CloudWatch::Alarm')])

/** The one that rings for the desk to hear, and for nobody else. */
const isCanary = ({ AlarmName: name }: Resource['Properties']): boolean => name === 'firstline-trial-canary'
const alarms = every.filter(([, { Properties }]) => !isCanary(Properties))

const LINK = /^([A-Z].+[.]) What to do: docs\/runbook\.md#([a-z0-9-]+)$/

test.each(alarms)(
  '%s says what it means for people, leads to the runbook, and somebody is told',
  (_id, { Properties }) => {
    expect(Properties['AlarmDescription']).toMatch(LINK)
    expect(String(Properties['AlarmDescription']).length).toBeLessThanOrEqual(1_024)
    expect(Properties['AlarmActions']).toHaveLength(1)
  },
)

test('the canary rings, and tells nobody', () => {
  const [canary, ...others] = every.filter(([, { Properties }]) => isCanary(Properties))
  expect(others).toEqual([])
  expect(canary?.[1].Properties).not.toHaveProperty('AlarmActions')
})

test('every alarm has its own article, and every article its alarm', () => {
  const linked = alarms.map(([, { Properties }]) => LINK.exec(String(Properties['AlarmDescription']))?.[2])
  expect(linked.toSorted()).toEqual([...articles.keys()].toSorted())
})

describe.each([...articles])('the article %s', (_name, article) => {
  test('says what people feel, where to look and what to do', () => {
    expect([...article.matchAll(/^- \*\*(\w+)\*\*: \S.{9}/gm)].map(([, part]) => part)).toEqual(['Felt', 'Look', 'Do'])
  })
})

test('links within the page lead somewhere', () => {
  const anchors = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor)
  for (const anchor of anchors) expect([...articles.keys()]).toContain(anchor)
})
