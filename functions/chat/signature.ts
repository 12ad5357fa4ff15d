import { createHmac } from 'node:crypto'

/** DingTalk: HMAC-SHA-256 of timestamp in milliseconds and secret, by the secret, in base64. */
export const dingtalkSignature = (timestampMs: number, secret: string): string =>
  createHmac('sha256', secret).update(`${timestampMs}\n${secret}`).digest('base64')

/** Feishu: HMAC-SHA-256 of nothing, by timestamp in seconds and secret, in base64. */
export const feishuSignature = (timestampSeconds: number, secret: string): string =>
  createHmac('sha256', `${timestampSeconds}\n${secret}`).update('').digest('base64')
