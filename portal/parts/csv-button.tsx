import { useSignal } from '@preact/signals'
import { explainFailure } from '../api/explain-failure.ts'
import { readCsv } from '../api/read-csv.ts'
import { nowMs } from '../format/now.ts'
import { announce, sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { saveFile } from './save-file.ts'

/** What no system takes in the name of a file. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\s]+/gu
const LONGEST = 80

/** “Workplace support queue 2026-03-02.csv”, by the reader’s own calendar. */
const csvName = (title: string, ms: number): string =>
  `${title.replace(FORBIDDEN, ' ').trim().slice(0, LONGEST).trim()} ${new Date(ms).toLocaleDateString('sv')}.csv`

type Props = {
  /** Of the list as the page asked for it. */
  readonly url: string
  /** What the page filters itself. */
  readonly filter?: string
  /** What the file is called. */
  readonly title: string
}

/** REP-7: the list of the page, with its filters, all of it and not only what has been read so far. */
export const CsvButton = ({ url, filter, title }: Props) => {
  const { csv } = t.value.shell
  const isReading = useSignal(false)
  const save = async (): Promise<void> => {
    if (isReading.value) return
    isReading.value = true
    announce(csv.reading)
    try {
      const text = await readCsv(url, filter)
      saveFile(new Blob([text], { type: 'text/csv' }), csvName(title, nowMs.value))
      announce(csv.done)
    } catch (error) {
      sayWrong(explainFailure(error))
    } finally {
      isReading.value = false
    }
  }
  return (
    <button
      type="button"
      class="button plain not-printed csv"
      title={csv.hint}
      aria-disabled={isReading.value}
      onClick={() => void save()}
    >
      <span aria-hidden="true">↓</span> {isReading.value ? csv.reading : csv.save}
    </button>
  )
}
