import { call } from '../api/call.ts'
import { useLoaded } from '../parts/use-loaded.ts'
import { me } from '../session/session.ts'
import { groups } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'

const read = async (signal: AbortSignal) => {
  const { items } = await call('getOnCall', { signal, inBackground: true })
  return items
}

/** ROL-6: who is at the desk by its rota now; nothing where there is no such rota. It is read again when the duties change. */
export const DeskNow = () => {
  const { queue } = t.value
  const { value } = useLoaded(`desk-now ${JSON.stringify(me.value?.onCall)}`, read)
  const desks = groups.value.filter(({ line }) => line === 'desk').map(({ id }) => id)
  const rotas = value.value?.filter(
    ({ subject }) => subject.kind === 'desk' || (subject.kind === 'group' && desks.includes(subject.group)),
  )
  if (!rotas || rotas.length === 0) return null
  const names = [...new Set(rotas.flatMap(({ people }) => people.map(({ name }) => name)))]
  return (
    <a class="desk-now row" href="/on-call">
      <span class="muted">{queue.deskNow}</span>
      {names.length === 0 ? <span class="tag late">{queue.nobodyAtDesk}</span> : <bdi>{names.join(', ')}</bdi>}
    </a>
  )
}
