import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type AnswerOf, call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { nowMs } from '../format/now.ts'
import { fullTime } from '../format/time.ts'
import { Dialog } from '../parts/dialog.tsx'
import { me } from '../session/session.ts'
import { say, sayWrong } from '../shell/toasts.tsx'
import { onCallTexts } from './texts.ts'
import type { Times } from './week.ts'

export type Person = { readonly id: string; readonly name: string }
export type Shifts = AnswerOf<'getShifts'>
export type Chosen = Times & { readonly people: readonly Person[] }

/** Takes an override back. @returns whether it is gone */
export const undo = async (rota: string, override: string): Promise<boolean> => {
  try {
    await call('removeOverride', { params: { id: rota, override }, body: {} })
    say(onCallTexts.value.undone)
    return true
  } catch (error) {
    sayWrong(explainFailure(error))
    return false
  }
}

type DialogProps = {
  readonly rota: Shifts
  readonly chosen: Chosen
  /** Whom somebody who gives shifts may choose. */
  readonly candidates: readonly Person[]
  readonly onClose: () => void
  readonly onDone: () => void
}

const Who = ({
  people,
  value,
  onChoose,
}: {
  people: readonly Person[]
  value: string
  onChoose: (id: string) => void
}) => (
  <label class="field">
    <span class="label">{onCallTexts.value.give}</span>
    <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

/** ONC-1: the second of the two clicks; whoever gives shifts may first choose somebody else. */
export const TakeOverDialog = ({ rota, chosen, candidates, onClose, onDone }: DialogProps) => {
  const texts = onCallTexts.value
  const own = me.value
  const isSending = useSignal(false)
  const others = candidates.filter(({ id }) => !chosen.people.some((each) => each.id === id))
  const mine = others.some(({ id }) => id === own?.id) || candidates.length === 0 ? own?.id : undefined
  const person = useSignal(mine ?? others[0]?.id ?? own?.id ?? '')
  const key = useSignal(crypto.randomUUID())
  useEffect(() => {
    key.value = crypto.randomUUID()
  }, [key, person.value])
  const send = async (replaces: string | null): Promise<void> => {
    if (isSending.value) return
    isSending.value = true
    const { from, to } = chosen
    const body = { from, to, person: person.value, replaces }
    try {
      const { value } = await call('addOverride', { params: { id: rota.rota }, body, key: key.value })
      const added = value.overrides.at(-1)
      const name = candidates.find(({ id }) => id === person.value)?.name ?? own?.name ?? person.value
      say(texts.taken(name), added && (() => void undo(rota.rota, added.id).then(onDone)))
      onDone()
      onClose()
    } catch (error) {
      sayWrong(explainFailure(error))
    } finally {
      isSending.value = false
    }
  }
  const isOver = Date.parse(chosen.to) <= nowMs.value
  const isRunning = !isOver && Date.parse(chosen.from) <= nowMs.value
  const isOwn = chosen.people.some(({ id }) => id === own?.id)
  const may = !isOver && (rota.mayGive || (rota.mayTakeOver && !isOwn))
  return (
    <Dialog title={texts.takeOverShift} onClose={onClose}>
      <div class="body">
        <p>
          {texts.span(fullTime(chosen.from), fullTime(chosen.to))}
          <br />
          <strong>{chosen.people.map(({ name }) => name).join(', ') || texts.gap}</strong>
        </p>
        {isRunning && may && <p class="muted">{texts.running}</p>}
        {isOver && <p class="muted">{texts.over}</p>}
        {!isOver && !may && <p class="muted">{texts.notYours}</p>}
        {may && rota.mayGive && others.length > 0 && (
          <Who
            people={others}
            value={person.value}
            onChoose={(id) => {
              person.value = id
            }}
          />
        )}
        {may && (
          <div class="row">
            {chosen.people.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                class="button primary"
                disabled={isSending.value}
                onClick={() => void send(id)}
              >
                {texts.takeOver} · {texts.inPlaceOf(name)}
              </button>
            ))}
            {chosen.people.length === 0 && (
              <button type="button" class="button primary" disabled={isSending.value} onClick={() => void send(null)}>
                {texts.takeOver}
              </button>
            )}
          </div>
        )}
      </div>
    </Dialog>
  )
}
