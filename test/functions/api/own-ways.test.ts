import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const OWN = '/api/v1/me/channels'

let desk: ApiDesk
beforeEach(async () => {
  desk = await openApiDesk()
})

const put = (as: string, body: object, version: number) =>
  desk.send('PUT', OWN, { as, body, headers: { 'if-match': `"${version}"` } })

const HAO = { language: 'en', phone: null, mobile: '+86 138 0013 8000', channels: ['chat:wecom', 'sms', 'email'] }

describe('how one is told oneself', () => {
  test('is by mail, then by text message, until somebody says otherwise [NOT-2]', async () => {
    const { status, body } = await desk.get(OWN, 'hao')
    expect(status).toBe(200)
    expect(body).toMatchObject({ language: 'zh-CN', channels: ['email', 'sms'], tests: [], version: 1 })
    expect(body.open).toContainEqual({
      channel: 'chat:wecom',
      address: 'wecom',
      name: { 'zh-CN': '值班群（wecom）', en: 'On call (wecom)' },
      provider: 'wecom',
    })
    expect((await desk.get(OWN, 'anna')).body.open.map(({ channel }: { channel: string }) => channel)).toEqual([
      'email',
      'sms',
    ])
  })

  test('is set by oneself, and stands in the directory with who has set it [NOT-2] [AUD-1]', async () => {
    desk.advance(1)
    const set = await put('hao', HAO, 1)
    expect(set, set.text).toMatchObject({ status: 200, body: { ...HAO, version: 2 } })
    expect(
      set.body.changes.map(({ type, actor }: { type: string; actor: { name: string } }) => [type, actor.name]),
    ).toEqual([
      ['ways-set', '郝强 Hao Qiang'],
      ['person-put', 'desk'],
    ])
    const { value } = (await desk.get('/api/v1/people/hao', 'ada')).body
    expect(value).toMatchObject({ ...HAO, name: '郝强 Hao Qiang', roles: ['requester', 'engineer'] })
    expect((await desk.deps.settings.desk()).staff.get('hao')?.channels).toEqual(HAO.channels)
  })

  test('the second of two who change the entry sees who was faster [LIF-9]', async () => {
    const entry = (await desk.get('/api/v1/people/hao', 'ada')).body
    const body = { ...entry.value, vip: true }
    await desk.send('PUT', '/api/v1/people/hao', { as: 'ada', body, headers: { 'if-match': '"1"' } })
    expect(await put('hao', HAO, 1)).toMatchObject({
      status: 412,
      body: { changes: [{ actor: { name: 'Ada Byron' }, type: 'person-put' }] },
    })
    expect((await desk.send('PUT', OWN, { as: 'hao', body: HAO })).status).toBe(428)
  })

  test('what leads nowhere is refused field by field, with what it needs [NOT-2]', async () => {
    const { status, body } = await put('hao', { ...HAO, mobile: null, channels: ['email', 'sms', 'chat:gone'] }, 1)
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { in: 'body', field: 'channels.1', message: expect.stringMatching(/^needs a mobile number/) },
      { in: 'body', field: 'channels.2', message: 'there is no "gone" for you' },
    ])
    expect((await put('hao', { ...HAO, channels: [] }, 1)).status).toBe(422)
    expect((await put('anna', { ...HAO, channels: ['voice'] }, 1)).status).toBe(422)
    expect((await desk.get(OWN, 'hao')).body.version).toBe(1)
  })

  test('whoever the directory does not have is told whom to ask [NOT-2]', async () => {
    const claims = { sub: 'stranger', name: 'S.', email: 's@elsewhere.example' }
    for (const answer of [
      await desk.send('GET', OWN, { claims }),
      await desk.send('PUT', OWN, { claims, body: HAO, headers: { 'if-match': '"1"' } }),
      await desk.send('POST', `${OWN}/test`, { claims, body: { channel: 'email' } }),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-in-directory' } })
    }
  })

  test('an administrator cannot give somebody a chat that does not exist, nor a way twice [NOT-2]', async () => {
    const { value } = (await desk.get('/api/v1/people/hao', 'ada')).body
    const body = { ...value, channels: ['chat:gone', 'email', 'email'] }
    const refused = await desk.send('PUT', '/api/v1/people/hao', { as: 'ada', body, headers: { 'if-match': '"1"' } })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toEqual([
      { in: 'body', field: 'channels.0', message: 'there is no "gone"' },
      { in: 'body', field: 'channels.2', message: 'stands there already' },
    ])
  })
})

describe('a test message to oneself', () => {
  const ask = (as: string, channel: string, key?: string) =>
    desk.send('POST', `${OWN}/test`, {
      as,
      body: { channel },
      headers: key === undefined ? {} : { 'idempotency-key': key },
    })

  test('is asked for once, however often the request arrives, and stands among the tests [NOT-2]', async () => {
    const { status, body } = await ask('hao', 'chat:wecom', 'k1')
    expect(status).toBe(200)
    expect(body).toMatchObject({ channel: 'chat', address: 'wecom', outcome: 'under-way', detail: null })
    await ask('hao', 'chat:wecom', 'k1')
    expect((await desk.get(OWN, 'hao')).body.tests).toEqual([body])
    expect((await desk.get(OWN, 'noor')).body.tests).toEqual([])
  })

  test('goes by no way that is not one’s own, and by no more than ten an hour [NOT-2]', async () => {
    expect(await ask('anna', 'chat:wecom')).toMatchObject({ status: 422, body: { code: 'leads-nowhere' } })
    for (let times = 0; times < 10; times += 1) expect((await ask('anna', 'email')).status).toBe(200)
    expect(await ask('anna', 'email')).toMatchObject({ status: 429, body: { code: 'too-many-tests' } })
    desk.advance(61)
    expect((await ask('anna', 'email')).status).toBe(200)
  })
})
