import type { Language } from '../../shared/domain/language.ts'
import { type ApiEvent, headerOf } from './api-event.ts'

/** The first of the browser's languages decides between the two there are. */
export const preferredLanguage = (event: ApiEvent): Language =>
  /^\s*zh\b/i.test(headerOf(event, 'accept-language') ?? '') ? 'zh-CN' : 'en'
