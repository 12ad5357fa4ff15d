import { computed } from '@preact/signals'
import { en } from '../texts/en/admin.ts'
import { language } from '../texts/texts.ts'
import { zhCn } from '../texts/zh-cn/admin.ts'

/** Come with the administrator's pages, not with the first load. */
export const adminTexts = computed(() => (language.value === 'en' ? en : zhCn))
