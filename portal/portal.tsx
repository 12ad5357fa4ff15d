import { call } from './api/call.ts'
import { FailureNote } from './parts/failure-note.tsx'
import { useLoaded } from './parts/use-loaded.ts'
import { me, startSession, token } from './session/session.ts'
import { SignInPage } from './session/sign-in-page.tsx'
import { readCatalogue } from './settings/catalogue.ts'
import { Shell } from './shell/shell.tsx'
import { Toasts } from './shell/toasts.tsx'
import { preferLanguage } from './texts/texts.ts'

const readWhoAndWhat = async (): Promise<true> => {
  const [person] = await Promise.all([call('me', {}), readCatalogue()])
  preferLanguage(person.language)
  me.value = person
  return true
}

const SignedIn = () => {
  const ready = useLoaded('me', readWhoAndWhat)
  if (ready.error.value) {
    return (
      <main class="sign-in">
        <FailureNote error={ready.error.value} onAgain={ready.again} />
      </main>
    )
  }
  return ready.value.value && me.value ? <Shell /> : null
}

/** All of it: nothing before the configuration is read, then the sign-in, then the desk. */
export const Portal = () => {
  const started = useLoaded('start', async () => {
    await startSession()
    return true
  })
  if (started.error.value) {
    return (
      <main class="sign-in">
        <FailureNote error={started.error.value} onAgain={started.again} />
      </main>
    )
  }
  if (!started.value.value) return null
  return (
    <>
      {token.value === null ? <SignInPage /> : <SignedIn />}
      <Toasts />
    </>
  )
}
