import type { Person } from '../../shared/domain/people/person.ts'
import { rolesShown } from './home-page.ts'
import { html } from './html.ts'
import { page } from './layout.ts'

/** A sign-in for scripts and tries by hand. */
export const personPage = (person: Person, token: string, publicUrl: string): string =>
  page(
    person.name,
    null,
    html`
    <h1>${person.name}</h1>
    <p class="muted">${rolesShown(person)} · ${person.email}</p>
    <section class="card"><h2>Token, valid for 12 hours</h2>
      <pre>${token}</pre>
    </section>
    <section class="card"><h2>On the command line</h2>
      <pre>TOKEN=$(curl -s ${publicUrl}/local/token -d '{"person":"${person.id}"}' | sed 's/.*"access_token":"\\([^"]*\\).*/\\1/')
curl -s ${publicUrl}/api/v1/tickets -H "Authorization: Bearer $TOKEN"</pre>
    </section>
    <p><a class="button" href="/">Somebody else</a></p>`,
  )
