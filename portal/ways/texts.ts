import { computed } from '@preact/signals'
import { en } from '../texts/en/ways.ts'
import { language } from '../texts/texts.ts'
import { zhCn } from '../texts/zh-cn/ways.ts'

/** Come with the page, not with the first load. */
export const waysTexts = computed(() => (language.value === 'en' ? en : zhCn))
