import { BadRequestException, MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { mockClient } from 'aws-sdk-client-mock'
import fc from 'fast-check'
import { decodeWords } from 'postal-mime'
import { beforeEach, describe, expect, test } from 'vitest'
import { mailbox } from '../../../functions/aws/mailbox.ts'
import { sesMailer } from '../../../functions/aws/ses-mailer.ts'
import type { OutgoingMail } from '../../../shared/application/ports.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({ MAIL_CONFIGURATION_SET: 'mails' })
const ses = mockClient(SESv2Client)
beforeEach(() => ses.reset())

const MAIL: OutgoingMail = {
  id: 'notice-1',
  from: { name: '服务台', address: 'help@it.example.org' },
  to: { name: 'Anna "A." Berg', address: 'anna@example.org' },
  replyTo: 'help+abc@it.example.org',
  subject: '已受理 INC-2026-000123',
  text: '您好',
  html: '<p>您好</p>',
  inReplyTo: '<1@example.org>',
  headers: { 'Auto-Submitted': 'auto-replied', 'X-Loop': 'help@it.example.org' },
}

const sent = () => ses.commandCalls(SendEmailCommand)[0]?.args[0].input

describe('a mail', () => {
  test('goes out with the headers that answers and machines go by [INT-3, INT-5]', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: '0100abc-000000' })
    await sesMailer().send(MAIL)
    expect(sent()).toEqual({
      ConfigurationSetName: 'mails',
      FromEmailAddress: '=?UTF-8?B?5pyN5Yqh5Y+w?= <help@it.example.org>',
      Destination: { ToAddresses: ['"Anna \\"A.\\" Berg" <anna@example.org>'] },
      ReplyToAddresses: ['help+abc@it.example.org'],
      Content: {
        Simple: {
          Subject: { Data: '已受理 INC-2026-000123', Charset: 'UTF-8' },
          Body: { Text: { Data: '您好', Charset: 'UTF-8' }, Html: { Data: '<p>您好</p>', Charset: 'UTF-8' } },
          Headers: [
            { Name: 'Auto-Submitted', Value: 'auto-replied' },
            { Name: 'X-Loop', Value: 'help@it.example.org' },
            { Name: 'In-Reply-To', Value: '<1@example.org>' },
            { Name: 'References', Value: '<1@example.org>' },
          ],
        },
      },
    })
  })

  test.each([
    ['eu-west-1', '<0100abc-000000@eu-west-1.amazonses.com>'],
    ['us-east-1', '<0100abc-000000@email.amazonses.com>'],
  ])('from %s is known by the Message-ID that its receiver sees', async (region, messageId) => {
    process.env['AWS_REGION'] = region
    ses.on(SendEmailCommand).resolves({ MessageId: '0100abc-000000' })
    expect(await sesMailer().send(MAIL)).toEqual({ messageId })
  })

  test.each(['<张@example.org>', `<${'x'.repeat(1000)}@example.org>`, '<a@b>\r\nBcc: x@example.org'])(
    'goes out also when what it answers has the Message-ID %j, which SES would not take',
    async (inReplyTo) => {
      ses.on(SendEmailCommand).resolves({ MessageId: '1' })
      await sesMailer().send({ ...MAIL, inReplyTo, replyTo: null, headers: {} })
      expect(sent()).not.toHaveProperty('ReplyToAddresses')
      expect(sent()?.Content?.Simple?.Headers).toEqual([])
    },
  )

  test.each([MessageRejected, BadRequestException])(
    'that SES refuses for good is refused for good [NOT-4]',
    async (Refusal) => {
      ses.on(SendEmailCommand).rejects(new Refusal({ message: 'no', $metadata: {} }))
      await expect(sesMailer().send(MAIL)).rejects.toMatchObject({ code: 'channel-refused' })
    },
  )

  test('that could go out later is not refused', async () => {
    ses.on(SendEmailCommand).rejects(new Error('TooManyRequests'))
    await expect(sesMailer().send(MAIL)).rejects.toThrow('TooManyRequests')
  })
})

test('any name arrives as it is written, in ASCII, no word longer than the standard allows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const header = mailbox({ name, address: 'a@example.org' })
      expect(header).toMatch(/^[\x20-\x7e]* <a@example\.org>$/)
      const words = header.slice(0, -' <a@example.org>'.length)
      for (const word of words.split(' '))
        if (word.startsWith('=?UTF-8?B?')) expect(word.length).toBeLessThanOrEqual(75)
      const read = words.startsWith('"') ? words.slice(1, -1).replace(/\\(.)/g, '$1') : decodeWords(words)
      expect(read).toBe(name)
    }),
  )
})
