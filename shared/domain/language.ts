export type Language = 'zh-CN' | 'en'

/** A text people see, complete in both languages. */
export type Texts = Readonly<Record<Language, string>>
