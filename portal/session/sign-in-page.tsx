import { explainFailure } from '../api/explain-failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Page } from '../parts/page.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { LanguageButton } from '../shell/header.tsx'
import { sayWrong } from '../shell/toasts.tsx'
import { named, t } from '../texts/texts.ts'
import { signIn, signInPort } from './session.ts'
import type { DemoPerson } from './sign-in-port.ts'
import { turnedAway } from './turned-away.ts'

type Part = 'requesters' | 'desk' | 'engineers' | 'managers'

const PARTS: readonly Part[] = ['desk', 'engineers', 'managers', 'requesters']

const partOf = ({ roles }: DemoPerson): Part => {
  if (roles.every((role) => role === 'requester')) return 'requesters'
  if (roles.some((role) => role.startsWith('desk'))) return 'desk'
  return roles.includes('engineer') ? 'engineers' : 'managers'
}

const enter = (person?: string): void => {
  signIn(person).catch((error: unknown) => sayWrong(explainFailure(error)))
}

const describe = ({ roles, groupName, email }: DemoPerson): string =>
  [
    ...roles.filter((role) => role !== 'requester').map((role) => t.value.words.roles[role]),
    groupName ? named(groupName) : email,
  ].join(' · ')

const PersonButton = ({ person }: { readonly person: DemoPerson }) => (
  <li>
    <button type="button" class="button person" onClick={() => enter(person.id)}>
      <strong>
        {person.name} {person.vip && <span class="tag vip">{t.value.words.vip}</span>}
      </strong>
      <small class="muted">{describe(person)}</small>
    </button>
  </li>
)

const People = ({ read }: { readonly read: () => Promise<readonly DemoPerson[]> }) => {
  const people = useLoaded('people', read)
  const { shell } = t.value
  if (people.error.value) return <FailureNote error={people.error.value} onAgain={people.again} />
  return (
    <div class="stack">
      <p class="muted">{shell.signIn.local}</p>
      {PARTS.map((part) => (
        <section key={part} class="stack tight">
          <h2>{shell.signIn[part]}</h2>
          <ul class="people">
            {people.value.value
              ?.filter((person) => partOf(person) === part)
              .map((person) => (
                <PersonButton key={person.id} person={person} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

export const SignInPage = () => {
  const { signIn: texts } = t.value.shell
  const people = signInPort.value?.people
  return (
    <main class="sign-in">
      <Page title={texts.title} beside={<LanguageButton />}>
        {people ? (
          <People read={people} />
        ) : (
          <div class="card stack">
            {turnedAway.value && (
              <p class="notice wrong" role="alert">
                {texts.failed}
              </p>
            )}
            <p>{texts.hosted}</p>
            <button type="button" class="button primary" onClick={() => enter()}>
              {texts.go}
            </button>
          </div>
        )}
      </Page>
    </main>
  )
}
