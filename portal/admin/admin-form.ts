import type { Json, Path } from './document.ts'
import type { JsonSchema, Resolve } from './json-schema.ts'

/** A document being edited, as its fields see it. */
export type AdminForm = {
  readonly document: Json
  readonly resolve: Resolve
  /** Undefined takes an optional field away. */
  readonly set: (path: Path, value: Json | undefined) => void
  /** What the desk has said about this field. */
  readonly errorAt: (path: Path) => string | undefined
  /** Ids are chosen once. */
  readonly isNew: boolean
}

export type FieldProps = {
  readonly form: AdminForm
  readonly schema: JsonSchema
  readonly path: Path
  readonly isRequired: boolean
  readonly label: string
  /** In a table, where the headings say it: the label is only read aloud. */
  readonly isBare?: boolean
}

/** The name of a field is the last of its path that is no position in a list. */
export const fieldName = (path: Path): string => String(path.findLast((part) => typeof part === 'string') ?? '')
