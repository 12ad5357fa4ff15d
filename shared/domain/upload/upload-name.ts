import { safeFileName } from '../mail/file-name.ts'
import { ACCEPTED_TYPES } from './accepted-types.ts'

/** A name that is safe to save under and ends as files of the type do, so that nothing opens it as something else (INT-15). */
export const uploadName = (given: string, mimeType: string): string => {
  const name = safeFileName(given, mimeType, 1)
  const extensions = ACCEPTED_TYPES.get(mimeType)?.extensions ?? ['bin']
  const lower = name.toLowerCase()
  return extensions.some((extension) => lower.endsWith(`.${extension}`)) ? name : `${name}.${extensions[0]}`
}
