import type { FormState } from '../form/form-state.ts'
import { requesterTexts } from './texts.ts'

const SCORES = [1, 2, 3, 4, 5] as const

type RatingProps = { readonly form: FormState; readonly required: boolean }

/** CLO-6: radio buttons, so that arrow keys and speech work as everywhere. */
export const RatingField = ({ form, required }: RatingProps) => {
  const { ticket } = requesterTexts.value
  return (
    <fieldset class="field rating">
      <legend>
        {ticket.rating} {!required && <span class="optional">({ticket.ratingOptional})</span>}
      </legend>
      <div class="scores">
        {SCORES.map((score) => (
          <label key={score}>
            <input
              type="radio"
              name="score"
              value={score}
              required={required}
              checked={form.of('score') === String(score)}
              onChange={() => form.set({ score: String(score) })}
            />
            <span class="number">{score}</span>
            <span class="word">{ticket.scores[score]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
