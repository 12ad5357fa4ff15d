import { acts } from './en/acts.ts'
import { calls } from './en/calls.ts'
import { files } from './en/files.ts'
import { major } from './en/major.ts'
import { pages } from './en/pages.ts'
import { queue } from './en/queue.ts'
import { record } from './en/record.ts'
import { refusals } from './en/refusals.ts'
import { shell } from './en/shell.ts'
import { similar } from './en/similar.ts'
import { ticket } from './en/ticket.ts'
import { timeline } from './en/timeline.ts'
import { words } from './en/words.ts'

/** The portal in English; each area of it has a file, and one of the same name in Chinese. */
export const en = { shell, words, pages, queue, acts, ticket, timeline, record, calls, files, similar, major, refusals }
