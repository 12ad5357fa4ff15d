import type { Language } from '../language.ts'
import { instantText } from '../notice/rendering/instant-text.ts'
import type { Letter } from '../notice/rendering/letter.ts'
import { oneLine } from '../notice/rendering/safe-text.ts'
import { TEXTS } from '../notice/texts/texts.ts'
import type { Rota } from './rota.ts'
import type { Gap } from './shifts.ts'

type Wording = {
  readonly subject: (rota: string) => string
  readonly text: (rota: string) => string
  readonly next: string
  readonly open: string
  readonly gap: string
  readonly until: string
  readonly footer: (deskName: string) => string
}

const WORDING: Readonly<Record<Language, Wording>> = {
  en: {
    subject: (rota) => `Nobody is on duty: ${rota}`,
    text: (rota) => `Within the next seven days there is a time when nobody is on duty in the rota “${rota}”.`,
    next: 'Take the shift over, give it to somebody, or change the rota. Until then everybody is told in that time.',
    open: 'Open the rota',
    gap: 'Nobody',
    until: 'until',
    footer: (deskName) => `Sent automatically by ${deskName}; you are told of each gap once.`,
  },
  'zh-CN': {
    subject: (rota) => `无人值班：${rota}`,
    text: (rota) => `未来七天内，值班表“${rota}”有无人值班的时段。`,
    next: '请接班、指派他人或修改值班表；在此之前，该时段的通知会发给全组人员。',
    open: '打开值班表',
    gap: '无人值班',
    until: '至',
    footer: (deskName) => `本邮件由“${deskName}”自动发送；同一空缺只通知一次。`,
  },
}

const MOST_GAPS = 20

/** ONC-1: the gaps of a rota as a mail, in the language of whoever is told. */
export const gapLetter = (
  rota: Rota,
  gaps: readonly Gap[],
  to: { readonly name: string; readonly language: Language },
  { deskName, url }: { readonly deskName: string; readonly url: string },
): Letter => {
  const { words } = TEXTS[to.language]
  const wording = WORDING[to.language]
  const name = oneLine(rota.name[to.language])
  const when = (at: string) => instantText(at, to.language, rota.timeZone)
  return {
    subject: wording.subject(name),
    greeting: words.greeting(oneLine(to.name)),
    paragraphs: [wording.text(name)],
    quote: null,
    document: null,
    next: { label: words.labels.next, text: wording.next },
    buttons: [{ label: wording.open, url }],
    facts: gaps
      .slice(0, MOST_GAPS)
      .map((gap) => ({ label: wording.gap, value: `${when(gap.from)} ${wording.until} ${when(gap.to)}` })),
    colon: words.colon,
    footer: [wording.footer(oneLine(deskName))],
  }
}
