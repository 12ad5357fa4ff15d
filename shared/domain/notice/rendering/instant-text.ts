import { type Instant, msOf } from '../../instant.ts'
import type { Language } from '../../language.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN' }

/** The minute an instant falls in, in somebody's language and the desk's zone, with the offset so that it is never unclear. */
export const instantText = (at: Instant, language: Language, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: language === 'en' ? 'short' : 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  }).formatToParts(msOf(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value
  const time = `${part('hour')}:${part('minute')}`
  return language === 'en'
    ? `${part('weekday')} ${part('day')} ${part('month')} ${part('year')} ${time} (${part('timeZoneName')})`
    : `${part('year')}年${part('month')}月${part('day')}日（${part('weekday')}）${time}（${part('timeZoneName')}）`
}
