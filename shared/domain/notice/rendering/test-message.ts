import type { Instant } from '../../instant.ts'
import type { Language } from '../../language.ts'
import { TEXTS } from '../texts/texts.ts'
import type { ChatText } from './chat-message.ts'
import { instantText } from './instant-text.ts'
import { type Letter, name } from './letter.ts'

type Wording = {
  readonly subject: string
  readonly arrived: (at: string) => string
  readonly chat: (person: string) => string
  readonly next: string
  readonly open: string
  readonly footer: (deskName: string) => string
  readonly sms: string
  readonly spoken: string
}

const WORDING: Readonly<Record<Language, Wording>> = {
  en: {
    subject: 'Test: the service desk reaches you',
    arrived: (at) =>
      `This is the test message you have sent yourself on ${at}. It has arrived, so this way to you works.`,
    chat: (person) => `${person} has tested whether the service desk reaches this chat. It does.`,
    next: 'Nothing; nothing has happened.',
    open: 'My notices',
    footer: (deskName) => `Sent automatically by ${deskName}.`,
    sms: 'Test by the service desk: text messages reach you. Nothing has happened.',
    spoken: 'This is a test call by the service desk. Calls reach you. Nothing has happened.',
  },
  'zh-CN': {
    subject: '测试：服务台能通知到您',
    arrived: (at) => `这是您于 ${at} 发给自己的测试消息。您收到了它，说明此渠道可用。`,
    chat: (person) => `${person} 测试了服务台能否通知到本群：可以。`,
    next: '无需处理，没有发生任何事件。',
    open: '我的通知',
    footer: (deskName) => `本消息由“${deskName}”自动发送。`,
    sms: '服务台测试：短信可以通知到您，没有发生任何事件。',
    spoken: '这是服务台的测试来电。电话可以通知到您，没有发生任何事件。',
  },
}

export type Tested = {
  readonly to: { readonly name: string; readonly language: Language }
  readonly at: Instant
  readonly timeZone: string
  readonly deskName: string
  /** Where the channels are kept. */
  readonly url: string
}

/** NOT-2: the test as a mail. */
export const testLetter = ({ to, at, timeZone, deskName, url }: Tested): Letter => {
  const { words } = TEXTS[to.language]
  const wording = WORDING[to.language]
  return {
    subject: wording.subject,
    greeting: words.greeting(name(to.name)),
    paragraphs: [wording.arrived(instantText(at, to.language, timeZone))],
    quote: null,
    document: null,
    next: { label: words.labels.next, text: wording.next },
    buttons: [{ label: wording.open, url }],
    facts: [],
    colon: words.colon,
    footer: [wording.footer(name(deskName))],
  }
}

/** Others read a group chat too: it says whose test it is. */
export const testChatText = ({ to, url }: Tested): ChatText => {
  const { subject, chat, next, open } = WORDING[to.language]
  return { title: subject, lines: [chat(name(to.name)), next], buttons: [{ label: open, url }] }
}

/** One part of a text message in either language. */
export const testTextMessage = ({ to }: Tested): string => WORDING[to.language].sms

/** Twice, because nobody listens from the first word on. */
export const testSpokenText = ({ to }: Tested): string => {
  const { spoken } = WORDING[to.language]
  return `${spoken} ${spoken}`
}
