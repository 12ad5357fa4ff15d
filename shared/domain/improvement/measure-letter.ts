import type { Language } from '../language.ts'
import type { Letter } from '../notice/rendering/letter.ts'
import { oneLine } from '../notice/rendering/safe-text.ts'
import { TEXTS } from '../notice/texts/texts.ts'
import type { Measure } from './measure.ts'

type Wording = {
  readonly subject: Readonly<Record<NonNullable<Measure['toTell']>, (number: string, title: string) => string>>
  readonly text: Readonly<Record<NonNullable<Measure['toTell']>, string>>
  readonly next: Readonly<Record<NonNullable<Measure['toTell']>, string>>
  readonly open: string
  readonly measure: string
  readonly due: string
  readonly progress: string
  readonly footer: (deskName: string) => string
}

const WORDING: Readonly<Record<Language, Wording>> = {
  en: {
    subject: {
      owner: (number, title) => `${number} is yours: ${title}`,
      overdue: (number, title) => `${number} is overdue: ${title}`,
    },
    text: {
      owner: 'You have been made the owner of a measure of the service improvement plan.',
      overdue: 'A measure of the service improvement plan that you own is past its date and not done.',
    },
    next: {
      owner: 'See that it is done by its date, and note how it goes.',
      overdue: 'Note how it stands. A manager ends it when it is done, or gives it another date.',
    },
    open: 'Open the measure',
    measure: 'Measure',
    due: 'Due',
    progress: 'Last noted',
    footer: (deskName) => `Sent automatically by ${deskName}; you are reminded every week until the measure has ended.`,
  },
  'zh-CN': {
    subject: {
      owner: (number, title) => `${number} 由您负责：${title}`,
      overdue: (number, title) => `${number} 已逾期：${title}`,
    },
    text: {
      owner: '您已被指定为服务改进计划中一项措施的负责人。',
      overdue: '您负责的一项服务改进措施已过期限，尚未完成。',
    },
    next: {
      owner: '请在期限前落实，并记录进展。',
      overdue: '请记录目前的进展；完成后由管理人员结束该措施，或另定期限。',
    },
    open: '查看措施',
    measure: '措施',
    due: '期限',
    progress: '最近进展',
    footer: (deskName) => `本邮件由“${deskName}”自动发送；措施结束前每周提醒一次。`,
  },
}

/** REP-5: what the owner of a measure is told, in their language. */
export const measureLetter = (
  measure: Measure & { readonly toTell: NonNullable<Measure['toTell']> },
  to: { readonly name: string; readonly language: Language },
  { deskName, url }: { readonly deskName: string; readonly url: string },
): Letter => {
  const { words } = TEXTS[to.language]
  const wording = WORDING[to.language]
  const { number, dueOn, progress, toTell } = measure
  const title = oneLine(measure.title)
  return {
    subject: wording.subject[toTell](number, title),
    greeting: words.greeting(oneLine(to.name)),
    paragraphs: [wording.text[toTell]],
    quote: null,
    document: null,
    next: { label: words.labels.next, text: wording.next[toTell] },
    buttons: [{ label: wording.open, url }],
    facts: [
      { label: wording.measure, value: `${number} ${title}` },
      { label: wording.due, value: dueOn },
      ...(progress ? [{ label: wording.progress, value: oneLine(progress.text) }] : []),
    ],
    colon: words.colon,
    footer: [wording.footer(oneLine(deskName))],
  }
}
