import { type AnswerOf, call } from '../api/call.ts'
import { nowMs } from '../format/now.ts'
import { Empty } from '../parts/empty.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Page } from '../parts/page.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { param, withParams } from '../place/location.ts'
import { me } from '../session/session.ts'
import { named, t } from '../texts/texts.ts'
import { RotaWeek } from './rota-week.tsx'
import { onCallTexts } from './texts.ts'
import { dateText, dayAfter, dayLabel, mondayOf, touches } from './week.ts'

type Item = AnswerOf<'getOnCall'>['items'][number] & { readonly shifts: AnswerOf<'getShifts'> }

/** Nobody is needed outside the hours of most rotas; in a gap somebody is missing. */
const Nobody = ({ shifts }: Item) => {
  const texts = onCallTexts.value
  const isGap = shifts.gaps.some((gap) => touches(gap, nowMs.value, nowMs.value + 1))
  return isGap ? <span class="tag late">{texts.nobody}</span> : <span class="muted">{texts.nobodyNeeded}</span>
}

const Now = ({ items }: { readonly items: readonly Item[] }) => {
  const texts = onCallTexts.value
  return (
    <section class="card on-call-now" aria-label={texts.now}>
      <h2>{texts.now}</h2>
      <dl>
        {items.map((item) => (
          <div key={item.rota}>
            <dt dir="auto">{named(item.name)}</dt>
            <dd dir="auto">
              {item.people.length === 0 && <Nobody {...item} />}
              {item.people.map((each) => each.name + (each.id === me.value?.id ? ` (${texts.you})` : '')).join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const WeekLinks = ({ monday }: { readonly monday: Date }) => {
  const texts = onCallTexts.value
  const link = (days: number) => withParams({ week: dateText(dayAfter(monday, days)) })
  return (
    <nav class="row week-links" aria-label={texts.week(dayLabel(monday), dayLabel(dayAfter(monday, 6)))}>
      <a class="button icon" href={link(-7)} aria-label={texts.previous} title={texts.previous}>
        ‹
      </a>
      <span>{texts.week(dayLabel(monday), dayLabel(dayAfter(monday, 6)))}</span>
      <a class="button icon" href={link(7)} aria-label={texts.next} title={texts.next}>
        ›
      </a>
      <a class="button plain" href={withParams({ week: '' })}>
        {texts.thisWeek}
      </a>
    </nav>
  )
}

const Days = ({ monday }: { readonly monday: Date }) => (
  <ol class="week-days" aria-hidden="true">
    {Array.from({ length: 7 }, (_, index) => dayAfter(monday, index)).map((day) => (
      <li key={day.getTime()} data-today={dateText(day) === dateText(new Date(nowMs.value))}>
        {dayLabel(day)}
      </li>
    ))}
  </ol>
)

/** Shifts are read whole, though a week shows parts of them: so far they may reach over its edges. */
const MARGIN_DAYS = 35

const readWeek = async (monday: Date, signal: AbortSignal) => {
  const { items } = await call('getOnCall', { signal })
  const query = {
    from: dayAfter(monday, -MARGIN_DAYS).toISOString(),
    to: dayAfter(monday, 7 + MARGIN_DAYS).toISOString(),
  }
  const read = async (item: (typeof items)[number]) => ({
    ...item,
    shifts: await call('getShifts', { params: { id: item.rota }, query, signal }),
  })
  return Promise.all(items.map(read))
}

/** ONC-1: who is on call now, and the week of every rota. */
export const OnCallPage = () => {
  const texts = onCallTexts.value
  const monday = mondayOf(param('week'), nowMs.value)
  const { value, error, again } = useLoaded(`on-call ${monday.getTime()}`, (signal) => readWeek(monday, signal))
  const items = value.value
  return (
    <div class="on-call">
      <Page title={t.value.pages.onCall} beside={<WeekLinks monday={monday} />}>
        {!items && error.value !== null && <FailureNote error={error.value} onAgain={again} />}
        {!items && error.value === null && (
          <p class="muted" aria-busy="true">
            {t.value.shell.loading}
          </p>
        )}
        {items?.length === 0 && (
          <Empty title={texts.empty}>
            <p>{texts.emptyHint}</p>
          </Empty>
        )}
        {items && items.length > 0 && (
          <div class="stack">
            <Now items={items} />
            <Days monday={monday} />
            {items.map(({ rota, order, shifts }) => (
              <RotaWeek key={rota} shifts={shifts} monday={monday} people={order} onChanged={again} />
            ))}
          </div>
        )}
      </Page>
    </div>
  )
}
