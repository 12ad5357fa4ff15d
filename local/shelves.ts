import { join } from 'node:path'
import { folderShelf, memoryShelf, type Shelf } from './shelf.ts'

const NAMES = ['files', 'incoming', 'mailbox', 'text-messages', 'chat', 'voice-calls', 'state'] as const

export type Shelves = Readonly<Record<(typeof NAMES)[number], Shelf>>

/** Everything the desk keeps beside the table, in folders of `dataFolder`; null = in memory. */
export const openShelves = async (dataFolder: string | null): Promise<Shelves> => {
  const open = (name: string) => (dataFolder === null ? memoryShelf() : folderShelf(join(dataFolder, name)))
  const shelves = await Promise.all(NAMES.map(async (name) => [name, await open(name)] as const))
  return Object.fromEntries(shelves) as Shelves
}
