import { describe, expect, test } from 'vitest'
import { openChannels, wayProblems } from '../../../shared/domain/notice/own-ways.ts'
import type { OwnWays, PersonChannel } from '../../../shared/domain/people/person.ts'
import { personNamed } from '../../support/ticket-fixtures.ts'

const around = {
  deskAddress: 'desk@firstline.example',
  desk: {
    chatChannels: new Map([
      ['duty', { id: 'duty', name: { en: 'Duty', 'zh-CN': '值班' }, provider: 'wecom', parameter: 'duty' } as const],
    ]),
  },
}
const hao = { ...personNamed('hao'), mobile: '+49 152 28817', phone: null }
const anna = personNamed('anna')

const ways = (...channels: readonly PersonChannel[]): OwnWays => ({
  language: 'en',
  phone: null,
  mobile: '+49 152 28817',
  channels,
})

describe('the ways somebody may choose', () => {
  test('are all there are for whoever works on tickets, and written ones for requesters [NOT-1] [NOT-2]', () => {
    expect(openChannels(hao, around)).toEqual([
      { channel: 'email', address: hao.email },
      { channel: 'sms', address: '+4915228817' },
      { channel: 'voice', address: '+4915228817' },
      { channel: 'chat:duty', address: 'duty' },
    ])
    expect(openChannels(anna, around).map(({ channel }) => channel)).toEqual(['email', 'sms'])
  })

  test('have to lead somewhere, with the numbers that are set with them [NOT-2]', () => {
    expect(wayProblems(hao, ways('chat:duty', 'voice', 'sms', 'email'), around)).toEqual([])
    const none = { ...ways('email', 'sms', 'voice'), mobile: 'ask my wife' }
    expect(wayProblems(hao, none, around)).toEqual([
      { field: 'channels.1', message: expect.stringMatching(/^needs a mobile number/) },
      { field: 'channels.2', message: expect.stringMatching(/^needs a mobile or telephone number/) },
    ])
  })

  test('stand there once, and are theirs to choose [NOT-2]', () => {
    expect(wayProblems(hao, ways('email', 'email', 'chat:gone'), around)).toEqual([
      { field: 'channels.1', message: 'stands there already' },
      { field: 'channels.2', message: 'there is no "gone" for you' },
    ])
    expect(wayProblems(anna, ways('email', 'voice', 'chat:duty'), around)).toEqual([
      { field: 'channels.1', message: 'not for you' },
      { field: 'channels.2', message: 'there is no "duty" for you' },
    ])
  })
})
