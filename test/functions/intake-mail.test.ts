import type { S3EventRecord, SNSEventRecord } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { envelopeSender } from '../../functions/envelope-sender.ts'
import { noticesOf } from '../../functions/mail-notice.ts'

const objectCreated = (key: string) => ({ s3: { object: { key } } }) as S3EventRecord
const notification = (message: object) => ({ Sns: { Message: JSON.stringify(message) } }) as SNSEventRecord

const RECEIVED = {
  notificationType: 'Received',
  mail: {
    messageId: 'd6iitobk75ur44p8kdnnp7g2n800',
    commonHeaders: { messageId: '<1@example.org>', from: ['Anna <anna@example.org>'], subject: 'Printer' },
  },
  receipt: { action: { type: 'S3', bucketName: 'files', objectKey: 'incoming/d6iitobk75ur44p8kdnnp7g2n800' } },
}

describe('where a mail lies [INT-2]', () => {
  test('as S3 tells it: keys written as in a form', () => {
    expect(noticesOf(objectCreated('incoming/a+b%2B%E5%AD%97'))).toEqual([
      { key: 'incoming/a b+字', messageId: null, from: null, subject: null },
    ])
  })

  test('as SES tells it: with what is known of the mail', () => {
    expect(noticesOf(notification(RECEIVED))).toEqual([
      {
        key: 'incoming/d6iitobk75ur44p8kdnnp7g2n800',
        messageId: '<1@example.org>',
        from: 'Anna <anna@example.org>',
        subject: 'Printer',
      },
    ])
  })

  test('as SES tells it of a mail without any of the usual headers', () => {
    const { receipt } = RECEIVED
    expect(noticesOf(notification({ notificationType: 'Received', mail: {}, receipt }))).toEqual([
      { key: receipt.action.objectKey, messageId: null, from: null, subject: null },
    ])
  })

  test.each([
    objectCreated('incoming/AMAZON_SES_SETUP_NOTIFICATION'),
    notification({ notificationType: 'AmazonSnsSubscriptionSucceeded', message: 'You have subscribed' }),
    notification({ notificationType: 'Received', receipt: { action: { type: 'Bounce' } } }),
  ])('nowhere, when it is no mail', (record) => {
    expect(noticesOf(record)).toEqual([])
  })
})

describe('whom an answer by machine would go to [INT-5]', () => {
  test.each([
    ['Return-Path: <anna@example.org>\r\nSubject: x\r\n\r\nhello', 'anna@example.org'],
    ['return-path: anna@example.org\nSubject: x\n\nhello', 'anna@example.org'],
    ['Return-Path: <>\r\nSubject: Undelivered\r\n\r\n', ''],
    ['Subject: x\r\n\r\nReturn-Path: <mallory@example.org>\r\n', null],
    ['', null],
  ])('%j', (mail, sender) => {
    expect(envelopeSender(Buffer.from(mail))).toBe(sender)
  })

  test('the topmost line counts: the one our own server has written', () => {
    const mail = 'Return-Path: <anna@example.org>\r\nReturn-Path: <mallory@example.org>\r\n\r\n'
    expect(envelopeSender(Buffer.from(mail))).toBe('anna@example.org')
  })
})
