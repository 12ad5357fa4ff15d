import { computed, effect, signal } from '@preact/signals'
import { en } from './en.ts'
import { zhCn } from './zh-cn.ts'

export type Language = 'zh-CN' | 'en'
/** Every text of the portal; the Chinese ones have the same type, so a missing one does not compile. */
export type Texts = typeof en

const TEXTS: Readonly<Record<Language, Texts>> = { en, 'zh-CN': zhCn }
const KEPT = 'firstline.language'

const chosen = (): Language | null => {
  const kept = localStorage.getItem(KEPT)
  return kept === 'en' || kept === 'zh-CN' ? kept : null
}

const tagged = (tag: string): Language | null => {
  if (/^zh\b/i.test(tag)) return 'zh-CN'
  return /^en\b/i.test(tag) ? 'en' : null
}

const ofBrowser = (offered: readonly Language[]): Language | undefined =>
  navigator.languages.map(tagged).find((each) => each !== null && offered.includes(each)) ?? offered[0]

export const language = signal<Language>(chosen() ?? ofBrowser(['en', 'zh-CN']) ?? 'en')
export const t = computed(() => TEXTS[language.value])

effect(() => {
  document.documentElement.lang = language.value
})

/** The languages the desk speaks; with one only there is nothing to choose. */
export const offered = signal<readonly Language[]>(['zh-CN', 'en'])

/** What somebody has chosen here before the desk stopped speaking it no longer counts. */
export const offerLanguages = (languages: readonly Language[]): void => {
  const kept = chosen()
  offered.value = languages
  language.value = (kept && languages.includes(kept) ? kept : ofBrowser(languages)) ?? language.value
}

export const chooseLanguage = (next: Language): void => {
  language.value = next
  localStorage.setItem(KEPT, next)
}

/** Takes the person's own language, unless they have chosen one here. */
export const preferLanguage = (theirs: Language): void => {
  if (chosen() === null) language.value = theirs
}

/** A text of the settings, which are kept in both languages. */
export const named = (name: Readonly<Record<Language, string>>): string => name[language.value]
