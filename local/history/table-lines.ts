/** Chinese characters take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g

const widthOf = (text: string): number => [...text].length + (text.match(WIDE)?.length ?? 0)

const padded = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? space + text : text + space
}

const isNumber = (cell: string): boolean => cell === '' || /^[–\d]/.test(cell)

/** Rows as columns of text; columns of numbers, whatever their heading, stand to the right. */
export const tableLines = (rows: readonly (readonly string[])[]): readonly string[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const cellsOf = (at: number) => rows.map((row) => row[at] ?? '')
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...cellsOf(at).map(widthOf)))
  const isRight = (at: number): boolean => at > 0 && cellsOf(at).slice(1).every(isNumber) && cellsOf(at).some(isNumber)
  return rows.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0, isRight(at)))
      .join('  ')
      .trimEnd(),
  )
}
