import type { Person } from '../../shared/domain/people/person.ts'

type Given = Pick<Person, 'id' | 'name' | 'roles'> & Partial<Person>

const ENGLISH = 'en' as const
const CHINESE = 'zh-CN' as const

/** Everybody works for the same customer, a port operator; numbers are from ranges kept free for films and books. */
const person = (given: Given, index: number): Person => {
  const extension = String(100 + index)
  return {
    email: `${given.id}@harbour.example`,
    phone: `+49 30 23125 ${extension}`,
    mobile: `+49 152 28817 ${extension}`,
    department: null,
    language: ENGLISH,
    vip: false,
    groups: [],
    businessGroups: [],
    active: true,
    ...given,
  }
}

const requesters: readonly Given[] = [
  { id: 'anna', name: 'Anna Berg', roles: ['requester'], department: 'finance' },
  { id: 'lin', name: '林晓 Lin Xiao', roles: ['requester'], department: 'research', language: CHINESE },
  { id: 'tom', name: 'Tom Adeyemi', roles: ['requester'], department: 'research' },
  { id: 'victor', name: 'Victor Hale', roles: ['requester'], department: 'sales', vip: true },
  { id: 'mei', name: '陈美 Chen Mei', roles: ['requester'], department: 'research', language: CHINESE, vip: true },
]

const desk: readonly Given[] = [
  { id: 'grace', name: 'Grace Okafor', roles: ['requester', 'desk'], groups: ['desk'] },
  { id: 'wei', name: '王伟 Wang Wei', roles: ['requester', 'desk'], groups: ['desk'], language: CHINESE },
  { id: 'diana', name: 'Diana Frost', roles: ['requester', 'desk-manager'] },
]

const engineers: readonly Given[] = [
  { id: 'leo', name: 'Leo Martins', roles: ['requester', 'engineer'], groups: ['workplace'] },
  { id: 'xia', name: '夏雨 Xia Yu', roles: ['requester', 'engineer'], groups: ['workplace'], language: CHINESE },
  {
    id: 'jonas',
    name: 'Jonas Weber',
    roles: ['requester', 'engineer'],
    groups: ['first-line'],
    channels: ['sms'],
  },
  { id: 'noor', name: 'Noor Haddad', roles: ['requester', 'engineer'], groups: ['network'] },
  { id: 'hao', name: '郝强 Hao Qiang', roles: ['requester', 'engineer'], groups: ['network'], language: CHINESE },
  { id: 'petra', name: 'Petra Novak', roles: ['requester', 'engineer'], groups: ['platform'] },
  { id: 'yang', name: '杨帆 Yang Fan', roles: ['requester', 'engineer'], groups: ['platform'], language: CHINESE },
]

const managers: readonly Given[] = [
  { id: 'ivan', name: 'Ivan Petrov', roles: ['requester', 'incident-manager'] },
  { id: 'paula', name: 'Paula Reyes', roles: ['requester', 'project-manager'] },
  { id: 'peng', name: '彭丽 Peng Li', roles: ['requester', 'project-manager'], language: CHINESE },
  { id: 'martin', name: 'Martin Cole', roles: ['requester', 'management'] },
  { id: 'sofia', name: 'Sofia Lindqvist', roles: ['requester', 'service-owner'] },
  { id: 'priya', name: 'Priya Nair', roles: ['requester', 'problem-manager'] },
  { id: 'ada', name: 'Ada Byron', roles: ['requester', 'administrator'] },
]

/** Somebody for every role (ROL-1), in both languages, two of them key users (ROL-5). */
export const demoPeople: readonly Person[] = [...requesters, ...desk, ...engineers, ...managers].map(person)
