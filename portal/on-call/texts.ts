import { computed } from '@preact/signals'
import { en } from '../texts/en/on-call.ts'
import { language } from '../texts/texts.ts'
import { zhCn } from '../texts/zh-cn/on-call.ts'

/** Come with the page, not with the first load. */
export const onCallTexts = computed(() => (language.value === 'en' ? en : zhCn))
