import { nowMs } from '../format/now.ts'
import { shortTime } from '../format/time.ts'
import { me } from '../session/session.ts'
import { named, t } from '../texts/texts.ts'

/** Further ahead nobody has looked (ONC-1). */
const NO_END_MS = 13 * 86_400_000

/** ONC-1, ROL-6: what one is on duty for now, and until when. */
export const Duties = () => {
  const duties = me.value?.onCall ?? []
  if (duties.length === 0) return null
  return (
    <ul class="duties" aria-label={t.value.shell.onDuty}>
      {duties.map(({ rota, name, until }) => (
        <li key={rota}>
          <a href="/on-call">
            <span class="tag ok">{t.value.shell.onDuty}</span> <bdi>{named(name)}</bdi>
            {Date.parse(until) - nowMs.value < NO_END_MS && (
              <small class="muted">{t.value.shell.until(shortTime(until, nowMs.value))}</small>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}
