import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TABLE } from '../../shared/persistence/table-definition.ts'

const page = readFileSync(new URL('../../docs/single-table.md', import.meta.url), 'utf8')

test('the page lists the indexes the table has, and no other', () => {
  const projection = (include: readonly string[]) =>
    include.length > 0 ? include.map((attribute) => `\`${attribute}\``).join(', ') : 'keys only'
  const rows = TABLE.indexes.map(
    ({ name, partitionKey, sortKey, include }) =>
      `| \`${name}\` | \`${partitionKey}\` | \`${sortKey}\` | ${projection(include)} |`,
  )
  const [, table = ''] = page.split('|---|---|---|---|\n').slice(1)
  expect(table.split('\n\n')[0]?.split('\n')).toEqual(rows)
})
