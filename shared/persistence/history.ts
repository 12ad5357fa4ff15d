import type { HistoryLine, Page, PageRequest, Stored } from '../application/ports.ts'
import type { RecordKey } from '../domain/record.ts'
import { historyLine, storedRecord } from './items.ts'
import { HISTORY_PREFIX, partitionOf, RECORD_SORT } from './keys.ts'
import { queryPage } from './page.ts'
import type { TableAccess } from './table-access.ts'
import { TABLE } from './table-definition.ts'

type RecordWithHistory<State> = { readonly record: Stored<State> | null; readonly history: Page<HistoryLine> }

/** Read backwards, the record is the first item of its partition; a later page has only lines left. */
export const loadWithHistoryFrom =
  (access: TableAccess) =>
  async <State>(key: RecordKey, { cursor, limit }: PageRequest): Promise<RecordWithHistory<State>> => {
    const page = await queryPage(access, {
      attributes: [TABLE.partitionKey, TABLE.sortKey],
      partition: { attribute: TABLE.partitionKey, value: partitionOf(key) },
      sort: { attribute: TABLE.sortKey, from: HISTORY_PREFIX, to: RECORD_SORT },
      cursor,
      limit: cursor === undefined ? limit + 1 : limit,
      order: 'descending',
    })
    const record = page.items.find(({ sk }) => sk === RECORD_SORT)
    const lines = page.items.filter((item) => item !== record)
    return {
      record: record ? storedRecord<State>(record) : null,
      history: { items: lines.map(historyLine), cursor: page.cursor },
    }
  }
