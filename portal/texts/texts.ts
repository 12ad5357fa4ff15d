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

const ofBrowser = (): Language =>
  navigator.languages.find((l) => /^(zh|en)\b/i.test(l))?.startsWith('zh') ? 'zh-CN' : 'en'

export const language = signal<Language>(chosen() ?? ofBrowser())
export const t = computed(() => TEXTS[language.value])

effect(() => {
  document.documentElement.lang = language.value
})

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
