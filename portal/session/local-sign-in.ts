import type { DemoPerson, SignInPort } from './sign-in-port.ts'

const KEPT = 'firstline.token'

const json = async <Answer>(response: Response): Promise<Answer> => {
  if (!response.ok) throw new Error(`${response.status} from ${response.url}`)
  return (await response.json()) as Answer
}

/** The desk on one machine: pick somebody, no password (DESIGN §5). */
export const localSignIn = (): SignInPort => ({
  people: async () => json<DemoPerson[]>(await fetch('/local/people')),
  resume: async () => sessionStorage.getItem(KEPT),
  renew: async () => null,
  signIn: async (person) => {
    const response = await fetch('/local/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person }),
    })
    const { access_token: token } = await json<{ access_token: string }>(response)
    sessionStorage.setItem(KEPT, token)
    return token
  },
  signOut: async () => sessionStorage.removeItem(KEPT),
})
