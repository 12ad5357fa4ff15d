import { useSignal } from '@preact/signals'
import { request, urlOfCall } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { nowMs } from '../format/now.ts'
import { shortTime } from '../format/time.ts'
import { saveFile } from '../parts/save-file.ts'
import { hasRole, me } from '../session/session.ts'
import { sayWrong } from '../shell/toasts.tsx'
import { named } from '../texts/texts.ts'
import { ImportDialog } from './import-dialog.tsx'
import { type Chosen, type Person, type Shifts, TakeOverDialog, undo } from './take-over-dialog.tsx'
import { onCallTexts } from './texts.ts'
import { columnsOf, dayAfter, type Times, touches } from './week.ts'

const WEEK_MS = 7 * 86_400_000

/** The second of two times on one day is the time alone. */
const spanText = ({ from, to }: Times): string => {
  const isOneDay = new Date(from).toDateString() === new Date(to).toDateString()
  return onCallTexts.value.span(shortTime(from, nowMs.value), shortTime(to, isOneDay ? Date.parse(to) : nowMs.value))
}

/** As much as a narrow bar has room for. */
const shortNames = (people: readonly Person[]): string => {
  const [only, ...others] = people
  if (only === undefined) return onCallTexts.value.gap
  return others.length === 0 ? only.name : onCallTexts.value.several(people.length)
}

type WeekProps = { readonly monday: Date; readonly shifts: Shifts; readonly onChoose: (chosen: Chosen) => void }

const Bars = ({ monday, shifts, onChoose }: WeekProps) => {
  const [fromMs, toMs] = [monday.getTime(), dayAfter(monday, 7).getTime()]
  const bars = [...shifts.shifts, ...shifts.gaps.map((gap) => ({ ...gap, people: [], overrides: [] }))]
    .filter((bar) => touches(bar, fromMs, toMs))
    .toSorted((a, b) => a.from.localeCompare(b.from))
  return (
    <ol class="shifts" aria-label={onCallTexts.value.shifts}>
      {bars.map((bar) => {
        const [first, last] = columnsOf(bar, fromMs, toMs)
        const names = bar.people.map(({ name }) => name).join(', ') || onCallTexts.value.gap
        const isWhole = Date.parse(bar.from) <= fromMs && toMs <= Date.parse(bar.to)
        const when = isWhole ? onCallTexts.value.allWeek : spanText(bar)
        const isOn = Date.parse(bar.from) <= nowMs.value && nowMs.value < Date.parse(bar.to)
        return (
          <li key={`${bar.from} ${names}`} style={{ '--from': first, '--to': last }}>
            <button
              type="button"
              class="shift"
              data-gap={bar.people.length === 0}
              data-own={bar.people.some(({ id }) => id === me.value?.id)}
              data-changed={bar.overrides.length > 0}
              aria-current={isOn ? 'time' : undefined}
              title={`${names}: ${when}`}
              onClick={() => onChoose(bar)}
            >
              <span class="name" dir="auto">
                {names}
              </span>{' '}
              <span class="short" dir="auto" aria-hidden="true">
                {shortNames(bar.people)}
              </span>
              <span class="when">{when}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

type ChangesProps = { readonly shifts: Shifts; readonly nameOf: (id: string) => string; readonly onUndone: () => void }

const Changes = ({ shifts, nameOf, onUndone }: ChangesProps) => {
  const texts = onCallTexts.value
  const ahead = shifts.overrides.filter(({ to }) => Date.parse(to) > nowMs.value)
  if (ahead.length === 0) return null
  return (
    <details class="changed-shifts">
      <summary>
        {texts.overrides} <span class="muted number">{ahead.length}</span>
      </summary>
      <ul>
        {ahead.map(({ id, person, replaces, mayUndo, ...span }) => (
          <li key={id} class="row spread">
            <span dir="auto">
              {replaces === null ? texts.added(nameOf(person)) : texts.replaced(nameOf(person), nameOf(replaces))}{' '}
              <span class="muted">{spanText(span)}</span>
            </span>
            {mayUndo && (
              <button
                type="button"
                class="button plain"
                aria-label={`${texts.undo}: ${nameOf(person)}, ${spanText(span)}`}
                onClick={() => void undo(shifts.rota, id).then((isGone) => isGone && onUndone())}
              >
                {texts.undo}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

const saveCalendar = async (rota: string, monday: Date): Promise<void> => {
  try {
    const query = { from: monday.toISOString(), to: dayAfter(monday, 84).toISOString() }
    const response = await request(urlOfCall('exportShifts', { params: { id: rota }, query }), 'GET', {
      accept: 'text/calendar',
    })
    saveFile(await response.blob(), `${rota}.ics`)
  } catch (error) {
    sayWrong(explainFailure(error))
  }
}

const Buttons = ({ shifts, monday, onImport }: { shifts: Shifts; monday: Date; onImport: () => void }) => {
  const texts = onCallTexts.value
  const name = named(shifts.name)
  return (
    <span class="row not-printed">
      <button
        type="button"
        class="button plain"
        aria-label={`${texts.save}: ${name}`}
        onClick={() => void saveCalendar(shifts.rota, monday)}
      >
        {texts.save}
      </button>
      {shifts.mayGive && (
        <button type="button" class="button plain" aria-label={`${texts.bring} ${name}`} onClick={onImport}>
          {texts.bring}
        </button>
      )}
      {hasRole('administrator') && (
        <a
          class="button plain"
          href={`/admin/rotas/${encodeURIComponent(shifts.rota)}`}
          aria-label={`${texts.edit}: ${name}`}
        >
          {texts.edit}
        </a>
      )}
    </span>
  )
}

type RotaProps = {
  readonly shifts: Shifts
  readonly monday: Date
  readonly people: readonly Person[]
  readonly onChanged: () => void
}

/** ONC-1: one rota's week: a row of bars, on a phone a list. */
export const RotaWeek = ({ shifts, monday, people, onChanged }: RotaProps) => {
  const texts = onCallTexts.value
  const chosen = useSignal<Chosen | null>(null)
  const isImporting = useSignal(false)
  const known = new Map([...people, ...shifts.shifts.flatMap((shift) => shift.people)].map((each) => [each.id, each]))
  const soon = shifts.gaps.filter((gap) => touches(gap, nowMs.value, nowMs.value + WEEK_MS)).length
  return (
    <section class="card rota" aria-label={named(shifts.name)}>
      <header class="row spread">
        <h2 dir="auto">{named(shifts.name)}</h2>
        {soon > 0 && <span class="tag late">{texts.gaps(soon)}</span>}
        <Buttons
          shifts={shifts}
          monday={monday}
          onImport={() => {
            isImporting.value = true
          }}
        />
      </header>
      <Bars
        monday={monday}
        shifts={shifts}
        onChoose={(bar) => {
          chosen.value = bar
        }}
      />
      <Changes shifts={shifts} nameOf={(id) => known.get(id)?.name ?? id} onUndone={onChanged} />
      {chosen.value && (
        <TakeOverDialog
          rota={shifts}
          chosen={chosen.value}
          candidates={[...known.values()]}
          onClose={() => {
            chosen.value = null
          }}
          onDone={onChanged}
        />
      )}
      {isImporting.value && (
        <ImportDialog
          rota={shifts.rota}
          onClose={() => {
            isImporting.value = false
          }}
          onDone={onChanged}
        />
      )}
    </section>
  )
}
