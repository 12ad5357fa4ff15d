import { computed } from '@preact/signals'
import { en } from '../texts/en/reports.ts'
import { language } from '../texts/texts.ts'
import { zhCn } from '../texts/zh-cn/reports.ts'

/** Come with the pages of the reports, not with the first load. */
export const reportTexts = computed(() => (language.value === 'en' ? en : zhCn))
