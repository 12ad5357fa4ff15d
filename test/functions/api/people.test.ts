import { beforeEach, describe, expect, test } from 'vitest'
import { rolesOf } from '../../../functions/api/caller.ts'
import { type ApiDesk, openApiDesk } from './api-desk.ts'

const PEOPLE = '/api/v1/people'

let desk: ApiDesk

beforeEach(async () => {
  desk = await openApiDesk()
})

const found = async (query: string): Promise<readonly string[]> =>
  (await desk.get(PEOPLE, 'grace', { query, limit: '100' })).body.items.map(({ id }: { id: string }) => id)

describe('signing in', () => {
  test('without a token nothing is answered but what is public [API-4]', async () => {
    const answer = await desk.get('/api/v1/me', null)
    expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })

  test('the token’s groups are the roles, the directory adds groups and department [API-4]', async () => {
    expect((await desk.get('/api/v1/me', 'xia')).body).toMatchObject({
      id: 'xia',
      roles: ['requester', 'engineer'],
      groups: ['workplace'],
      language: 'zh-CN',
      known: true,
    })
  })

  test('whom the directory does not know is spoken to in the browser’s language, or else in the desk’s first [NOT-2]', async () => {
    const claims = { sub: 'new', email: 'new@harbour.example', name: 'New' }
    const spokenTo = async (accepted: string): Promise<string> =>
      (await desk.send('GET', '/api/v1/me', { claims, headers: { 'accept-language': accepted } })).body.language
    expect(await spokenTo('de-DE,zh-TW;q=0.9,en;q=0.8')).toBe('zh-CN')
    expect(await spokenTo('de')).toBe('en')
  })

  test('roles the token does not name are not had, whatever the directory says [API-4]', async () => {
    const claims = { sub: 'ada', email: 'ada@harbour.example', name: 'Ada' }
    expect((await desk.send('GET', '/api/v1/me', { claims })).body.roles).toEqual(['requester'])
    expect((await desk.send('GET', '/api/v1/refusals', { claims })).status).toBe(403)
  })

  test('somebody is known by their address when the sign-in has another name for them [API-4]', async () => {
    const claims = { sub: '7f3a', email: 'Leo@harbour.example', name: 'L.' }
    expect((await desk.send('GET', '/api/v1/me', { claims })).body).toMatchObject({ id: 'leo', groups: ['workplace'] })
    const unchecked = { ...claims, email_verified: 'false' }
    expect((await desk.send('GET', '/api/v1/me', { claims: unchecked })).body).toMatchObject({
      id: '7f3a',
      known: false,
    })
  })

  test('whoever has left is refused [ROL-2]', async () => {
    const { value, version } = (await desk.get(`${PEOPLE}/xia`, 'ada')).body
    const headers = { 'if-match': `"${version}"` }
    await desk.send('PUT', `${PEOPLE}/xia`, { as: 'ada', body: { ...value, active: false }, headers })
    expect(await desk.get('/api/v1/me', 'xia')).toMatchObject({ status: 403, body: { code: 'account-inactive' } })
    const claims = { sub: '7f3a', email: value.email, name: 'Xia', 'cognito:groups': '[desk]' }
    expect((await desk.send('GET', '/api/v1/me', { claims })).status).toBe(403)
  })

  test.each([
    ['[desk engineer]', ['requester', 'desk', 'engineer']],
    ['desk', ['requester', 'desk']],
    ['["desk-manager","desk"]', ['requester', 'desk', 'desk-manager']],
    [
      ['desk', 'unheard-of'],
      ['requester', 'desk'],
    ],
    ['[desk-managers]', ['requester']],
    ['', ['requester']],
    [undefined, ['requester']],
    [{ desk: true }, ['requester']],
  ])('groups may be written %j [API-4]', (claim, roles) => {
    expect(rolesOf(claim)).toEqual(roles)
  })
})

describe('people', () => {
  test('the desk finds them by any part of name, address or number', async () => {
    expect(await found('berg')).toEqual(['anna'])
    expect(await found('林晓')).toEqual(['lin'])
    expect(await found('VICTOR@')).toEqual(['victor'])
    const { phone } = (await desk.get(`${PEOPLE}/tom`, 'ada')).body.value
    expect(await found(phone)).toEqual(['tom'])
    expect(await found('xia')).toContain('xia')
    expect(await found('nobody at all')).toEqual([])
  })

  test('are not for requesters and engineers to look through [ROL-3]', async () => {
    expect((await desk.get(PEOPLE, 'anna')).status).toBe(403)
    expect((await desk.get(`${PEOPLE}/anna`, 'xia')).status).toBe(403)
  })

  test('the administrator adds and changes them; an address is one person’s [ROL-5]', async () => {
    const { value } = (await desk.get(`${PEOPLE}/anna`, 'ada')).body
    const noor = { ...value, id: 'new', email: 'new@harbour.example', name: 'Newcomer' }
    const put = (body: { id: string }, headers: Record<string, string>) =>
      desk.send('PUT', `${PEOPLE}/${body.id}`, { as: 'ada', body, headers })
    expect((await put(noor, { 'if-match': '"1"' })).status).toBe(404)
    expect(await put(noor, { 'if-none-match': '*' })).toMatchObject({ status: 200, body: { version: 1, value: noor } })
    expect(await found('newcomer')).toEqual(['new'])
    const taken = await put({ ...noor, email: value.email }, { 'if-match': '"1"' })
    expect(taken).toMatchObject({ status: 409, body: { code: 'email-taken' } })
    expect(
      (await desk.send('PUT', `${PEOPLE}/other`, { as: 'ada', body: noor, headers: { 'if-match': '"1"' } })).status,
    ).toBe(422)
    expect((await desk.get(`${PEOPLE}/nobody`, 'ada')).status).toBe(404)
  })
})

describe('the members of a group [LIF-3]', () => {
  const members = (group: string, as: string) => desk.get(`/api/v1/groups/${group}/members`, as)

  test('are told to everybody who works on tickets, by name and nothing else [ROL-2]', async () => {
    for (const as of ['noor', 'grace', 'martin']) {
      expect(await members('workplace', as)).toMatchObject({
        status: 200,
        body: {
          items: [
            { id: 'leo', name: 'Leo Martins', groups: ['workplace'] },
            { id: 'xia', name: '夏雨 Xia Yu', groups: ['workplace'] },
          ],
        },
      })
    }
    expect((await members('workplace', 'anna')).status).toBe(403)
    expect((await members('nowhere', 'noor')).status).toBe(404)
  })

  test('whoever has left is not among them', async () => {
    const { value, version } = (await desk.get(`${PEOPLE}/xia`, 'ada')).body
    const headers = { 'if-match': `"${version}"` }
    await desk.send('PUT', `${PEOPLE}/xia`, { as: 'ada', body: { ...value, active: false }, headers })
    expect((await members('workplace', 'noor')).body.items.map(({ id }: { id: string }) => id)).toEqual(['leo'])
  })
})
