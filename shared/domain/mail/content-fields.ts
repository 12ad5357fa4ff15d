/** What a header says about the part below it. Type, charset, encoding and disposition in lower case; null = unsaid. */
export type ContentFields = {
  readonly type: string | null
  /** The whole field, unfolded, as written. */
  readonly typeField: string | null
  readonly charset: string | null
  readonly boundary: string | null
  readonly encoding: string | null
  readonly disposition: string | null
}

const singleBytes = new TextDecoder('windows-1252')

/** Some programs break a field before a parameter and forget the space that would make it go on. */
export const UNINDENTED_PARAMETER = /;[ \t]*\r?\n(?=[\w*-]+=)/g

const field = (unfolded: string, name: string): string | null =>
  unfolded.match(new RegExp(`^${name}[ \\t]*:[ \\t]*(.*)$`, 'im'))?.[1] ?? null

const parameter = (value: string | null, name: string): string | null => {
  const found = value?.match(new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i'))
  return found ? (found[1] ?? found[2] ?? null) : null
}

const firstToken = (value: string | null): string | null => value?.match(/^[^\s;]+/)?.[0]?.toLowerCase() ?? null

export const contentFieldsOf = (head: Uint8Array): ContentFields => {
  const unfolded = singleBytes
    .decode(head)
    .replace(UNINDENTED_PARAMETER, ';')
    .replace(/\r?\n[ \t]+/g, ' ')
  const typeField = field(unfolded, 'content-type')
  return {
    type: firstToken(typeField),
    typeField,
    charset: parameter(typeField, 'charset')?.toLowerCase() ?? null,
    boundary: parameter(typeField, 'boundary'),
    encoding: firstToken(field(unfolded, 'content-transfer-encoding')),
    disposition: firstToken(field(unfolded, 'content-disposition')),
  }
}

export const NO_CONTENT: ContentFields = {
  type: null,
  typeField: null,
  charset: null,
  boundary: null,
  encoding: null,
  disposition: null,
}

export const isMultipart = ({ type }: ContentFields): boolean => type?.startsWith('multipart/') ?? false
