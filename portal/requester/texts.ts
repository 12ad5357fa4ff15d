import { computed } from '@preact/signals'
import { en } from '../texts/en/requester.ts'
import { language } from '../texts/texts.ts'
import { zhCn } from '../texts/zh-cn/requester.ts'

/** Come with the requester's pages, not with the first load. */
export const requesterTexts = computed(() => (language.value === 'en' ? en : zhCn))
