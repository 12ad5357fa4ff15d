import { computed } from '@preact/signals'
import { en } from '../texts/en/manager.ts'
import { language } from '../texts/texts.ts'
import { zhCn } from '../texts/zh-cn/manager.ts'

/** Come with the manager's pages, not with the first load. */
export const managerTexts = computed(() => (language.value === 'en' ? en : zhCn))
