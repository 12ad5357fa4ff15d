import { computed } from '@preact/signals'
import { en } from '../texts/en/improvement.ts'
import { language } from '../texts/texts.ts'
import { zhCn } from '../texts/zh-cn/improvement.ts'

/** Come with the pages of the plan, not with the first load. */
export const improvementTexts = computed(() => (language.value === 'en' ? en : zhCn))
