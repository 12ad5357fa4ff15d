import type { Texts } from './texts.ts'
import { queue } from './zh-cn/queue.ts'
import { shell } from './zh-cn/shell.ts'
import { words } from './zh-cn/words.ts'

export const zhCn: Texts = { shell, words, queue }
