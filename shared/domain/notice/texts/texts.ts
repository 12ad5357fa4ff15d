import type { Language } from '../../language.ts'
import type { MessageOf, Template } from '../message.ts'
import { MAJOR_TEXTS_EN } from './en-major.ts'
import { REQUESTER_TEXTS_EN } from './en-requester.ts'
import { STAFF_TEXTS_EN } from './en-staff.ts'
import { WORDS_EN } from './en-words.ts'
import type { LanguageTexts, Telling, Wording } from './wording.ts'
import { MAJOR_TEXTS_ZH_CN } from './zh-cn-major.ts'
import { REQUESTER_TEXTS_ZH_CN } from './zh-cn-requester.ts'
import { STAFF_TEXTS_ZH_CN } from './zh-cn-staff.ts'
import { WORDS_ZH_CN } from './zh-cn-words.ts'

/** NOT-2: everything the desk writes to people, in each language it can; the type keeps both complete. */
export const TEXTS: Readonly<Record<Language, LanguageTexts>> = {
  en: { words: WORDS_EN, notices: { ...REQUESTER_TEXTS_EN, ...STAFF_TEXTS_EN, ...MAJOR_TEXTS_EN } },
  'zh-CN': { words: WORDS_ZH_CN, notices: { ...REQUESTER_TEXTS_ZH_CN, ...STAFF_TEXTS_ZH_CN, ...MAJOR_TEXTS_ZH_CN } },
}

export const wordingOf = <T extends Template>(language: Language, message: MessageOf<T>, telling: Telling): Wording =>
  TEXTS[language].notices[message.template](message, telling)
