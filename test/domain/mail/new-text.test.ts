import { describe, expect, test } from 'vitest'
import { newTextOf } from '../../../shared/domain/mail/new-text.ts'
import { readMail } from './mails.ts'

const newText = (text: string): string => newTextOf(text, 'Re: printer')

describe('quoted mails', () => {
  test.each([
    ['English', 'On Mon, Mar 2, 2026 at 9:00 AM Desk <desk@x.example> wrote:'],
    ['English, no address', 'On 02/03/2026 09:00, Service Desk wrote:'],
    ['English, sent', 'On 2-Mar-2026, at 9:00 AM, Desk <desk@x.example> sent:'],
    ['folded twice', 'On Mon, Mar 2, 2026 at 9:00 AM The Desk <\ndesk@x.example>\nwrote:'],
    ['folded with an empty line', 'On Mon, Mar 2, 2026 at 9:00 AM Desk\n\n<\nmailto:Desk <desk@x.example>\n> wrote:'],
    ['with dashes', '---- On Mon, 02 Mar 2026 09:00:00 +0800 desk@x.example wrote ----'],
    ['only the address', 'Desk <desk@x.example> wrote:'],
    ['Chinese', '在 2026年3月2日，上午9:00，Desk <desk@x.example> 写道：'],
    ['Chinese, name first', 'Desk <desk@x.example> 于2026年3月2日周一 09:00写道：'],
    ['Chinese, no address', '在 2026-03-02 09:00:00，"服务台" 写道：'],
    ['traditional Chinese', 'Desk <desk@x.example> 於 2026年3月2日 週一 上午9:00 寫道：'],
    ['Japanese', '2026年3月2日(月) 9:00 Desk <desk@x.example>:'],
    ['Korean', '2026년 3월 2일 (월) 오전 9:00, Desk <desk@x.example>님이 작성:'],
    ['German', 'Am 02.03.2026 um 09:00 schrieb Desk:'],
    ['German, name first', 'Desk <desk@x.example> schrieb am 02.03.2026 09:00:'],
    ['French', 'Le lun. 2 mars 2026 à 09:00, Desk <desk@x.example>\na écrit :'],
    ['Spanish', 'El lun, 2 mar 2026 a las 9:00, Desk (<desk@x.example>) escribió:'],
    ['Italian', 'Il giorno lun 2 mar 2026 alle ore 09:00 Desk <desk@x.example> ha scritto:'],
    ['Portuguese', 'Em seg., 2 de mar. de 2026 às 09:00, Desk <desk@x.example> escreveu:'],
    ['Dutch', 'Op ma 2 mrt. 2026 om 09:00 schreef Desk <desk@x.example>:'],
    ['Swedish', 'Den mån 2 mars 2026 kl 09:00 skrev Desk <desk@x.example>:'],
    ['Finnish', 'ma 2. maalisk. 2026 klo 9.00 Desk <desk@x.example> kirjoitti:'],
    ['Polish', 'W dniu 2.03.2026 o 09:00, Desk pisze:'],
    ['Russian', 'пн, 2 мар. 2026 г. в 09:00, Desk <desk@x.example>:'],
    ['a date and an address', '2026-03-02 9:00 GMT+08:00 Desk <\ndesk@x.example>:'],
  ])('below "%s" are left out [INT-3]', (_, introduction) => {
    expect(newText(`Still broken.\n\n${introduction}\n\n> old\n> words\n`)).toBe('Still broken.')
    expect(newText(`Still broken.\n\n${introduction}\n\nold words, not marked\n`)).toBe('Still broken.')
  })

  test.each([
    [
      'Outlook',
      'From: Desk <desk@x.example>\nSent: Monday, March 2, 2026 9:00 AM\nTo: Zhang San\nSubject: RE: printer',
    ],
    [
      'Outlook within the firm',
      'From: Service Desk\nSent: Monday, March 2, 2026 9:00 AM\nTo: Zhang San\nSubject: RE: printer',
    ],
    ['Outlook, Chinese', '发件人: 服务台\n发送时间: 2026年3月2日 9:00\n收件人: 张三\n抄送: 李四\n主题: 答复: 打印机'],
    ['Foxmail', '发件人： desk\n发送时间： 2026-03-02 09:00\n收件人： me\n主题： y'],
    ['traditional Chinese', '寄件者: desk@x.example\n日期: 2026-03-02'],
    ['German', 'Von: desk@x.example\nGesendet: Montag, 2. März 2026 09:00\nAn: Zhang\nBetreff: AW: Drucker'],
    ['French', 'De : Desk<mailto:desk@x.example>\nEnvoyé le :lundi 2 mars 2026 09:00\nÀ : Zhang\nObjet :imprimante'],
    ['bold in the plain form', '*From:* Desk <desk@x.example>\n*Sent:* Monday\n*To:* Zhang'],
    ['date first', 'Date: Mon, 02 Mar 2026 09:00:00 +0800\nTo: zhang@x.example'],
    ['an address in a folded line', 'From: Desk\n [mailto:desk@x.example]\nDate: Monday'],
  ])('below the header block of %s are left out [INT-3]', (_, block) => {
    expect(newText(`Still broken.\n\n${block}\n\nold`)).toBe('Still broken.')
    expect(newText(`Still broken.\n________________________________\n${block}\n\nold`)).toBe('Still broken.')
  })

  test.each([
    '-----Original Message-----',
    '------------------ 原始邮件 ------------------',
    '---- 回复的原邮件 ----',
    '-------- Oprindelig besked --------',
    "-----Message d'origine-----",
    '----- Ursprüngliche Nachricht -----',
    '##- Please type your reply above this line -##',
    '请在此行以上回复',
  ])('below %j are left out [INT-3]', (line) => {
    expect(newText(`Still broken.\n\n${line}\nold`)).toBe('Still broken.')
  })

  test('marked with > are left out and answers between and below them kept [INT-3]', () => {
    const text = 'On 2026-03-02 09:00 Desk wrote:\n> Which floor?\n\nThe third.\n\n> Since when?\nToday.\n'
    expect(newText(text)).toBe('The third.\n\nToday.')
  })

  test('are left out with the lines that a mail program broke off from them [INT-3]', () => {
    const long = '> this line is so long that the mail program of somebody broke it in'
    expect(newText(`New.\n\n${long}\ntwo and marked it only once\n> end`)).toBe('New.')
    expect(newText('New.\n> see\n (https://x.example/a) >\n> end')).toBe('New.')
    expect(newText('New.\n> short?\nyes\n> end')).toBe('New.\nyes')
  })

  test('that begin behind the last words of the answer are left out [INT-3]', () => {
    expect(newText('Still broken--- On Mon, Mar 2, 2026, desk@x.example wrote:\n> old')).toBe('Still broken')
  })

  test('of a mail in HTML are left out as well [INT-3]', async () => {
    const page =
      'Still broken.<div class="gmail_quote">On Mon, Mar 2, 2026 at 9:00 Desk &lt;<a href="mailto:d@x.example">d@x.example</a>&gt; wrote:<blockquote class="gmail_quote">old</blockquote></div>'
    const mail = await readMail({ 'Content-Type': 'text/html' }, page)
    expect(mail.newText).toBe('Still broken.')
    expect(mail.text).toContain('old')
  })
})

describe('what is not quoted', () => {
  test.each([
    'On the surface this is fine.\nOn Monday 2026-03-02 it was not.',
    'On Monday 2026-03-02 at 10:15 we saw this:\nerror 42',
    '系统报错如下：\n2026-03-02 10:00:00 ERROR 登录失败：\nstack',
    '在2026年3月2日上午10:00，用户说：\n系统不能登录',
    'From: Beijing\nTo: Shanghai\nPlease book a train.',
    'The data comes From: our database\nnot From: outside',
    '日期：2026-03-02\n原因：新员工',
    '申请人：张三\n主题：开通权限\n日期：2026-03-02',
    'Look\n>>> https://x.example <<<\nthere',
    'as Mr. Li wrote:\nnothing works',
    `${'x'.repeat(700)}\nwrote:`,
    'On 2026-03-02\n\nat noon\n\nhe wrote:\nfine',
  ])('%j stays [INT-3]', (text) => {
    expect(newText(text)).toBe(text)
  })

  test.each([
    'FYI\n\n---------- Forwarded message ----------\nFrom: bob@x.example\nDate: Tue, Sep 4, 2026\n\nText',
    '请看\n\nBegin forwarded message:\n\nFrom: bob@x.example\nDate: today\n\nText',
  ])('a forwarded mail stays, for it is news [INT-3]', (text) => {
    expect(newText(text)).toBe(text)
  })

  test.each(['FW: printer', 'Fwd: x', '转发: 打印机', '轉寄：x', 'WG: x'])(
    'the whole text of a mail with subject %j stays [INT-3]',
    (subject) => {
      const text = 'see below\n\nFrom: a@x.example\nSent: Monday\nTo: b\n\nText'
      expect(newTextOf(text, subject)).toBe(text)
    },
  )

  test('everything stays when nothing else would be left [INT-3]', () => {
    expect(newText('> only\n> quoted\n')).toBe('> only\n> quoted')
    expect(newText('--\nZhang')).toBe('--\nZhang')
  })

  test('a text longer than anybody writes stays as it is [INT-3]', () => {
    const text = `new\n\n${'> old\n'.repeat(200_000)}`.trim()
    expect(newText(text)).toBe(text)
  })
})

describe('signatures', () => {
  test.each([
    '-- \nZhang San\nFinance',
    '--\nZhang San | Finance\nTel. 123',
    '____\nmailing list\nhttps://x.example',
    'Best regards,\n\nZhang San\nFinance',
    'Regards',
    'Mit freundlichen Grüßen\nZhang',
    'Bien cordialement,\nZhang',
    '此致\n敬礼\n张三',
    '祝好！\n张三',
    'Sent from my iPhone',
    'Get Outlook for iOS<https://aka.example/x>',
    '发自我的 iPhone',
    '发自我的华为手机',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
  ])('%j is left out [INT-3]', (signature) => {
    expect(newText(`It works now.\n\n${signature}`)).toBe('It works now.')
    expect(newText(`It works now.\n\n${signature}\n\nOn 2026-03-02 09:00 Desk wrote:\n> old`)).toBe('It works now.')
  })

  test.each([
    'I write because of:\n-- the first point\n-- the second',
    'It was sent from my iPhone app.',
    'In this regards we need to be careful.',
    `Steps\n----\n${'do this\n'.repeat(20)}end`,
    `Best regards,\nZhang\n\nPS: ${'and there is more to tell about this. '.repeat(5)}`.trim(),
    'Best regards,\nZhang\nPS: can you call me back?',
    `Cheers,\n${'a line\n'.repeat(12)}end`,
  ])('%j is none and stays [INT-3]', (text) => {
    expect(newText(text)).toBe(text)
  })

  test('answers below what a phone adds are kept [INT-3]', () => {
    expect(newText('Sent from my iPhone\n\nThe third floor.')).toBe('The third floor.')
  })
})
