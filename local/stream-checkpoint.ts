import { readFile, rename, writeFile } from 'node:fs/promises'

/** How far each shard has been handled: the last sequence number, or its end. */
export type Checkpoint = {
  positionIn(shardId: string): string | undefined
  set(shardId: string, position: string): Promise<void>
  forget(shardId: string): void
  /** Forgets shards that are not among `shardIds`. */
  keepOnly(shardIds: readonly string[]): void
}

/** The shard is closed and has been handled to its end. */
export const END = 'end'

type Kept = { readonly stream: string; readonly positions: Readonly<Record<string, string>> }

/** The checkpoint in `file` (null: kept nowhere). One of another stream counts for nothing: the table was made anew. */
export const openCheckpoint = async (file: string | null, stream: string): Promise<Checkpoint> => {
  const kept = file === null ? null : await read(file)
  const positions = new Map(kept?.stream === stream ? Object.entries(kept.positions) : [])
  return {
    positionIn: (shardId) => positions.get(shardId),
    set: async (shardId, position) => {
      positions.set(shardId, position)
      if (file !== null) await write(file, { stream, positions: Object.fromEntries(positions) })
    },
    forget: (shardId) => void positions.delete(shardId),
    keepOnly: (shardIds) => {
      for (const shardId of positions.keys()) if (!shardIds.includes(shardId)) positions.delete(shardId)
    },
  }
}

const read = async (file: string): Promise<Kept | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Renamed into place, so that dying in the middle leaves the old one whole. */
const write = async (file: string, kept: Kept): Promise<void> => {
  await writeFile(`${file}.new`, JSON.stringify(kept))
  await rename(`${file}.new`, file)
}
