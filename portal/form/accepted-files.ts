/** INT-15: what the desk takes; whatever it refuses later is only told sooner here. */
export const LARGEST_BYTES = 25 * 1024 * 1024
const MOST_FILES = 10

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

/** By extension first, because systems know few of the types and Windows calls a CSV file one of Excel. */
export const TYPE_BY_EXTENSION: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  odt: `${OPEN_DOCUMENT}.text`,
  ods: `${OPEN_DOCUMENT}.spreadsheet`,
}

const TYPES: ReadonlySet<string> = new Set(Object.values(TYPE_BY_EXTENSION))

/** For the browser’s own dialog, which shows only these. */
export const CHOOSABLE = Object.keys(TYPE_BY_EXTENSION)
  .map((extension) => `.${extension}`)
  .join(',')

type Given = Pick<File, 'name' | 'type' | 'size'>

/** Null when the desk does not take such files. */
export const mimeTypeOf = ({ name, type }: Given): string | null => {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return TYPE_BY_EXTENSION[extension] ?? (TYPES.has(type) ? type : null)
}

export type Fault = 'wrong-type' | 'too-large' | 'empty' | 'too-many'

/** Why a file is not taken, when there are `count` already. */
export const faultOf = (file: Given, count: number): Fault | null => {
  if (mimeTypeOf(file) === null) return 'wrong-type'
  if (file.size > LARGEST_BYTES) return 'too-large'
  if (file.size === 0) return 'empty'
  return count >= MOST_FILES ? 'too-many' : null
}
