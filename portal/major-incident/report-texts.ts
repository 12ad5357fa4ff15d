import { computed } from '@preact/signals'
import { en } from '../texts/en/major-report.ts'
import { language } from '../texts/texts.ts'
import { zhCn } from '../texts/zh-cn/major-report.ts'

/** Come with the report's page, not with the first load. */
export const reportTexts = computed(() => (language.value === 'en' ? en : zhCn))
