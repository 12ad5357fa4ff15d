import { ROLES, type Role } from '../../shared/domain/people/person.ts'
import type { DeployedDesk } from './deployed-desk.ts'

/** Somebody of each kind (ROL-1), named after the role. */
const PEOPLE: Readonly<Record<Role, { readonly id: string; readonly groups: readonly string[] }>> = {
  requester: { id: 'anna', groups: [] },
  desk: { id: 'grace', groups: ['desk'] },
  'desk-manager': { id: 'diana', groups: [] },
  engineer: { id: 'leo', groups: ['workplace'] },
  'incident-manager': { id: 'ivan', groups: [] },
  'project-manager': { id: 'paula', groups: [] },
  management: { id: 'martin', groups: [] },
  'service-owner': { id: 'oscar', groups: [] },
  'problem-manager': { id: 'priya', groups: [] },
  administrator: { id: 'ada', groups: [] },
}

export const addressOf = (role: Role): string => `${PEOPLE[role].id}@harbour.example`

/** One of them is told by SNS. */
const BY_TEXT_MESSAGE: Role = 'incident-manager'
export const MOBILE = '+4930123456'

const staffRoles = (role: Role): readonly Role[] => (role === 'requester' ? [] : [role])

const person = (role: Role) => {
  const { id, groups } = PEOPLE[role]
  return {
    id,
    name: id,
    email: addressOf(role),
    phone: null,
    mobile: role === BY_TEXT_MESSAGE ? MOBILE : null,
    department: null,
    language: 'en',
    vip: false,
    roles: ['requester', ...staffRoles(role)],
    groups,
    businessGroups: [],
    active: true,
    ...(role === BY_TEXT_MESSAGE && { channels: ['sms', 'email'] }),
  }
}

/** The first administrator is entered by whoever deploys, and enters a group, a category and everybody else. */
export const staff = async (desk: DeployedDesk): Promise<void> => {
  const administrator = addressOf('administrator')
  await desk.people.enter(administrator, 'ada', ['administrator'])
  const name = { en: 'Workplace', 'zh-CN': '桌面支持' }
  await desk.enter(administrator, 'groups/workplace', { id: 'workplace', name, line: 1, lead: null })
  await desk.enter(administrator, 'categories/hardware', {
    id: 'hardware',
    name: { en: 'Hardware', 'zh-CN': '硬件' },
    group: 'workplace',
    secondLineGroup: null,
  })
  for (const role of ROLES) {
    if (role !== 'administrator') await desk.people.enter(addressOf(role), PEOPLE[role].id, staffRoles(role))
    await desk.enter(administrator, `people/${PEOPLE[role].id}`, person(role))
  }
}
