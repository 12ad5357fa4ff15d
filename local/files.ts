import type { Files } from '../shared/application/ports.ts'
import type { Shelf } from './shelf.ts'
import type { Uploads } from './uploads.ts'

/** Files on a shelf. The type is not kept: whoever wrote a file keeps it beside the key. */
export const shelvedFiles = (
  shelf: Shelf,
  { uploadUrl, uploadsAt }: Pick<Uploads, 'uploadUrl' | 'uploadsAt'>,
): Files => ({
  put: (key, content) => shelf.put(key, content),
  get: (key) => shelf.get(key),
  uploadUrl,
  uploadsAt,
  release: (key) => shelf.remove(key),
})
