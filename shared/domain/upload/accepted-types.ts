/** What may be attached over the API (INT-15), and how a file of the type is called and begins. */
type AcceptedType = { readonly extensions: readonly [string, ...string[]]; readonly begins: Beginning }

/** How the content of a type is recognised; `text`: there is no zero byte in it. */
type Beginning = 'png' | 'jpeg' | 'gif' | 'webp' | 'heif' | 'pdf' | 'zip' | 'ole' | 'ole-or-text' | 'text'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

const BY_TYPE: Readonly<Record<string, AcceptedType>> = {
  'image/png': { extensions: ['png'], begins: 'png' },
  'image/jpeg': { extensions: ['jpg', 'jpeg'], begins: 'jpeg' },
  'image/gif': { extensions: ['gif'], begins: 'gif' },
  'image/webp': { extensions: ['webp'], begins: 'webp' },
  'image/heic': { extensions: ['heic'], begins: 'heif' },
  'application/pdf': { extensions: ['pdf'], begins: 'pdf' },
  'text/plain': { extensions: ['txt', 'log', 'md'], begins: 'text' },
  'text/csv': { extensions: ['csv'], begins: 'text' },
  'message/rfc822': { extensions: ['eml'], begins: 'text' },
  'application/vnd.ms-outlook': { extensions: ['msg'], begins: 'ole' },
  'application/msword': { extensions: ['doc'], begins: 'ole' },
  // Windows gives CSV this type where Excel is installed.
  'application/vnd.ms-excel': { extensions: ['xls', 'csv'], begins: 'ole-or-text' },
  'application/vnd.ms-powerpoint': { extensions: ['ppt'], begins: 'ole' },
  [`${OFFICE}.wordprocessingml.document`]: { extensions: ['docx'], begins: 'zip' },
  [`${OFFICE}.spreadsheetml.sheet`]: { extensions: ['xlsx'], begins: 'zip' },
  [`${OFFICE}.presentationml.presentation`]: { extensions: ['pptx'], begins: 'zip' },
  [`${OPEN_DOCUMENT}.text`]: { extensions: ['odt'], begins: 'zip' },
  [`${OPEN_DOCUMENT}.spreadsheet`]: { extensions: ['ods'], begins: 'zip' },
}

export const ACCEPTED_TYPES: ReadonlyMap<string, AcceptedType> = new Map(Object.entries(BY_TYPE))

/** INT-15 */
export const LARGEST_UPLOAD_BYTES = 25 * 1024 * 1024

const latin = (content: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...content.subarray(from, to))

const RECOGNISED: Readonly<Record<Beginning, (content: Uint8Array) => boolean>> = {
  png: (content) => latin(content, 0, 8) === '\x89PNG\r\n\x1a\n',
  jpeg: (content) => latin(content, 0, 3) === '\xff\xd8\xff',
  gif: (content) => /^GIF8[79]a$/.test(latin(content, 0, 6)),
  webp: (content) => latin(content, 0, 4) === 'RIFF' && latin(content, 8, 12) === 'WEBP',
  heif: (content) => latin(content, 4, 8) === 'ftyp',
  pdf: (content) => latin(content, 0, 1_024).includes('%PDF-'),
  zip: (content) => latin(content, 0, 4) === 'PK\x03\x04',
  ole: (content) => latin(content, 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  'ole-or-text': (content) => RECOGNISED.ole(content) || RECOGNISED.text(content),
  text: (content) => !content.includes(0),
}

/** Whether content is of the type it is said to be, as far as its first bytes tell. */
export const isOfType = (content: Uint8Array, mimeType: string): boolean => {
  const accepted = ACCEPTED_TYPES.get(mimeType)
  return accepted !== undefined && RECOGNISED[accepted.begins](content)
}
