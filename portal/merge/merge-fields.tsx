import type { TicketRow } from '../../shared/contract/ticket-row.ts'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { call } from '../api/call.ts'
import { LineField } from '../form/fields.tsx'
import type { FormState } from '../form/form-state.ts'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { useLookalikes } from '../similar/use-lookalikes.ts'
import { t } from '../texts/texts.ts'
import { tickedIn } from './chosen-duplicates.ts'

/** Whoever opens the form looks for duplicates, so less alike is of use too. */
const LEAST_SCORE = 0.2

type Candidate = Pick<TicketRow, 'number' | 'title' | 'priority' | 'requester'>

/** Tickets somebody came here with, which need not be alike. */
const useNamed = (numbers: readonly string[]): readonly Candidate[] =>
  useLoaded(numbers.join(' '), (signal) =>
    Promise.all(numbers.map((number) => call('getTicket', { params: { number }, signal }))),
  ).value.value ?? []

const Tick = ({ form, candidate }: { readonly form: FormState; readonly candidate: Candidate }) => {
  const { number, title, priority, requester } = candidate
  const ticked = tickedIn(form.values)
  const isTicked = ticked.includes(number)
  const others = ticked.filter((one) => one !== number)
  return (
    <label class="choice candidate">
      <input
        type="checkbox"
        checked={isTicked}
        onChange={() => form.set({ numbers: (isTicked ? others : [...ticked, number]).join(' ') })}
      />
      <PriorityMark priority={priority} />
      <span class="what">
        <span dir="auto">{title}</span>
        <small class="muted">
          <span class="number">{number}</span> <bdi>{requester.name}</bdi>
        </small>
      </span>
    </label>
  )
}

/** INT-13: which tickets are duplicates of this one, several at once. */
export const MergeFields = ({ form, ticket }: { readonly form: FormState; readonly ticket: TicketForStaff }) => {
  const { fields } = t.value.acts
  const alike = useLookalikes(ticket, LEAST_SCORE)
  const ticked = tickedIn(form.values)
  const isAlike = (number: string) => alike.some((row) => row.number === number)
  const named = useNamed(ticked.filter((number) => !isAlike(number)))
  // what had been read by its number may have been found alike meanwhile
  const candidates = [...named.filter(({ number }) => !isAlike(number)), ...alike]
  return (
    <>
      <p class="hint">{fields.mergeHint}</p>
      {candidates.length > 0 && (
        <fieldset class="field candidates">
          <legend>{fields.duplicates}</legend>
          {candidates.map((candidate) => (
            <Tick key={candidate.number} form={form} candidate={candidate} />
          ))}
        </fieldset>
      )}
      <LineField
        form={form}
        name="others"
        label={candidates.length > 0 ? fields.otherNumbers : fields.numbers}
        hint={fields.numbersHint}
        max={700}
        required={ticked.length === 0}
      />
    </>
  )
}
