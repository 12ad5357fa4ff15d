import type { DeskIdentity } from '../../shared/application/deps.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Person, Role } from '../../shared/domain/people/person.ts'
import type { Group } from '../../shared/domain/setting/catalogue.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'

export type HomeFacts = {
  readonly identity: DeskIdentity
  readonly smtpPort: number
  readonly now: Instant
  readonly offsetSeconds: number
  readonly people: readonly Person[]
  readonly groups: ReadonlyMap<string, Group>
}

type Part = { readonly title: string; readonly roles: readonly Role[] }

/** In the order a ticket meets them. */
const PARTS: readonly Part[] = [
  { title: 'Service desk', roles: ['desk', 'desk-manager'] },
  { title: 'Engineers', roles: ['engineer'] },
  {
    title: 'Managers and specialists',
    roles: ['incident-manager', 'project-manager', 'management', 'service-owner', 'problem-manager', 'administrator'],
  },
]

const isIn = ({ roles }: Part, person: Person): boolean => person.roles.some((role) => roles.includes(role))

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  requester: 'Requester',
  desk: 'Service desk',
  'desk-manager': 'Desk manager',
  engineer: 'Engineer',
  'incident-manager': 'Incident manager',
  'project-manager': 'Project manager',
  management: 'Management',
  'service-owner': 'Service owner',
  'problem-manager': 'Problem manager',
  administrator: 'Administrator',
}

/** Everybody is a requester; that is worth saying only of those who are nothing else. */
export const rolesShown = ({ roles }: Person): string => {
  const shown = roles.length > 1 ? roles.filter((role) => role !== 'requester') : roles
  return shown.map((role) => ROLE_NAMES[role]).join(', ')
}

/** The desk's own group says nothing its role has not said. */
const groupsShown = (person: Person, groups: HomeFacts['groups']): readonly string[] =>
  person.groups.filter((id) => groups.get(id)?.line !== 'desk').map((id) => groups.get(id)?.name.en ?? id)

const personCard = (person: Person, groups: HomeFacts['groups']): Html => html`
  <form method="post" action="/local/sign-in">
    <button class="person" name="person" value="${person.id}">
      <strong>${person.name}${person.vip ? html` <span class="tag">VIP</span>` : null}</strong>
      <small>${[rolesShown(person), ...groupsShown(person, groups)].join(' · ')}</small>
      <small>${person.email} · ${person.language === 'zh-CN' ? '中文' : 'English'}</small>
    </button>
  </form>`

const peopleSection = (title: string, people: readonly Person[], groups: HomeFacts['groups']): Html => html`
  <section><h2>${title}</h2><div class="grid">${people.map((person) => personCard(person, groups))}</div></section>`

const STEPS = [
  { seconds: 900, label: '+15 min' },
  { seconds: 3_600, label: '+1 h' },
  { seconds: 14_400, label: '+4 h' },
  { seconds: 86_400, label: '+1 day' },
] as const

const ahead = (seconds: number): string => {
  if (seconds === 0) return 'real time'
  const hours = Math.floor(seconds / 3600)
  return `ahead of real time by ${Math.floor(hours / 24)} d ${hours % 24} h ${Math.floor((seconds % 3600) / 60)} min`
}

const clockCard = ({ now, offsetSeconds }: HomeFacts): Html => html`
  <div class="card"><h2>Demo clock</h2>
    <p><strong>${now.slice(0, 16).replace('T', ' ')} UTC</strong> <span class="muted">${ahead(offsetSeconds)}</span></p>
    <form method="post" action="/local/clock" class="row">
      ${STEPS.map(({ seconds, label }) => html`<button name="advanceSeconds" value="${seconds}">${label}</button>`)}
    </form>
    <p class="muted">Moves forward only, and does everything that falls due on the way: warnings, escalations, reminders. A day may take half a minute.</p>
  </div>`

const addressesCard = ({ identity, smtpPort }: HomeFacts): Html => html`
  <div class="card"><h2>Ways in</h2>
    <dl>
      <dt>Mail</dt><dd>to <code>${identity.address}</code> by SMTP at <code>localhost:${smtpPort}</code></dd>
      <dt>API</dt><dd><code>${identity.publicUrl}/api/v1</code> · <a href="/api/v1/openapi.json">openapi.json</a></dd>
      <dt>Alarms</dt><dd><a href="/local/alarms">ring a sample alarm</a></dd>
      <dt>Mail sent</dt><dd><a href="/local/mailbox">what the desk has written to people</a>, <a href="/local/sms">text messages</a>, <a href="/local/chat">chats and calls</a></dd>
    </dl>
  </div>`

/** The local desk's front door: who can sign in, what the time is, where mail goes. */
export const homePage = (facts: HomeFacts): string =>
  page(
    'Desk',
    'home',
    html`
    <h1>A whole service desk, offline</h1>
    <p class="muted">Demo data, no password. Pick somebody to act as.</p>
    <section class="grid wide">${addressesCard(facts)}${clockCard(facts)}</section>
    ${peopleSection(
      'Requesters',
      facts.people.filter((person) => person.roles.every((role) => role === 'requester')),
      facts.groups,
    )}
    ${PARTS.map((part) =>
      peopleSection(
        part.title,
        facts.people.filter((person) => isIn(part, person)),
        facts.groups,
      ),
    )}
`,
  )
