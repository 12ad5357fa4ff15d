export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text people see, complete in both languages. */
export type Texts = Readonly<Record<Language, string>>

/** Which of them a desk speaks, the first to whoever shows no other. Whom the directory knows has one of their own, whichever. */
export type Spoken = readonly [Language, ...Language[]]

export const isLanguage = (name: string): name is Language => LANGUAGES.some((language) => language === name)

const written = (text: string): Language | null => {
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN'
  return /\p{Script=Latin}/u.test(text) ? 'en' : null
}

/** Strangers are answered in the language they write, where the desk speaks it. */
export const languageWritten = (text: string, spoken: Spoken): Language =>
  spoken.find((language) => language === written(text)) ?? spoken[0]

const tagged = (tag: string): Language | null => {
  if (/^zh\b/i.test(tag)) return 'zh-CN'
  return /^en\b/i.test(tag) ? 'en' : null
}

/** The first language of a browser that the desk speaks. @param tags such as `zh-TW`, the one liked best first */
export const languagePreferred = (tags: readonly string[], [first, ...others]: Spoken): Language =>
  tags.map(tagged).find((language) => language === first || others.some((other) => other === language)) ?? first
