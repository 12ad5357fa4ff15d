import type { Texts } from './texts.ts'
import { acts } from './zh-cn/acts.ts'
import { calls } from './zh-cn/calls.ts'
import { files } from './zh-cn/files.ts'
import { major } from './zh-cn/major.ts'
import { pages } from './zh-cn/pages.ts'
import { queue } from './zh-cn/queue.ts'
import { record } from './zh-cn/record.ts'
import { refusals } from './zh-cn/refusals.ts'
import { shell } from './zh-cn/shell.ts'
import { similar } from './zh-cn/similar.ts'
import { ticket } from './zh-cn/ticket.ts'
import { timeline } from './zh-cn/timeline.ts'
import { words } from './zh-cn/words.ts'

export const zhCn: Texts = {
  shell,
  words,
  pages,
  queue,
  acts,
  ticket,
  timeline,
  record,
  calls,
  files,
  similar,
  major,
  refusals,
}
