import type { FormState } from '../form/form-state.ts'
import { t } from '../texts/texts.ts'
import { isWorkedOn, SimilarRow } from './similar-row.tsx'
import { LONGEST_TITLE, useSimilar } from './use-similar.ts'

const SHOWN = 6

/** INT-14: what the call may be about already, beside the form while it is typed. */
export const SimilarPanel = ({ form }: { readonly form: FormState }) => {
  const { similar } = t.value
  const [title, service, category, item] = ['title', 'service', 'category', 'item'].map((name) => form.of(name).trim())
  const rows = useSimilar({
    title: (title ?? '').slice(0, LONGEST_TITLE),
    ...(service && { service }),
    ...(category && { category }),
    ...(item && { item }),
    limit: SHOWN,
  })
  return (
    <>
      <p class="only-read-aloud" role="status">
        {rows && similar.count(rows.length, rows.filter(isWorkedOn).length)}
      </p>
      {rows && rows.length > 0 && (
        <section class="card stack tight" aria-labelledby="similar">
          <h2 id="similar">
            {similar.title} <span class="muted number">{rows.length}</span>
          </h2>
          <p class="muted">{similar.hint}</p>
          <ul class="stack tight">
            {rows.map((row) => (
              <SimilarRow key={row.number} row={row} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
