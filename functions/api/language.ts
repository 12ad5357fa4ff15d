import type { DeskIdentity } from '../../shared/application/deps.ts'
import { type Language, languagePreferred } from '../../shared/domain/language.ts'
import { type ApiEvent, headerOf } from './api-event.ts'

/** In the order in which a browser names them, which is the order of liking. */
export const preferredLanguage = (event: ApiEvent, { languages }: DeskIdentity): Language =>
  languagePreferred((headerOf(event, 'accept-language') ?? '').split(/\s*,\s*/), languages)
