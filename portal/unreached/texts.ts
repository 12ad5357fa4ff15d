import { computed } from '@preact/signals'
import { en } from '../texts/en/unreached.ts'
import { language } from '../texts/texts.ts'
import { zhCn } from '../texts/zh-cn/unreached.ts'

/** Come with the page, not with the first load. */
export const unreachedTexts = computed(() => (language.value === 'en' ? en : zhCn))
