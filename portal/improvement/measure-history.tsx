import { Instant } from '../parts/instant.tsx'
import type { Measure } from './measure-dialog.tsx'
import { improvementTexts } from './texts.ts'

type Line = Measure['history'][number]

const Said = ({ line: { type, actor, text, changes } }: { readonly line: Line }) => {
  const texts = improvementTexts.value
  const what = (texts.done as Readonly<Record<string, string>>)[type] ?? type
  return (
    <div>
      <p>{actor.kind === 'system' ? what : `${actor.name} ${what}`}</p>
      {text !== null && <p class="said">{text}</p>}
      {type === 'measure-changed' &&
        changes.map(({ field, before, after }) => (
          <p key={field} class="muted" dir="auto">
            {(texts.fields as Readonly<Record<string, string>>)[field] ?? field}: <s>{before}</s> {after}
          </p>
        ))}
    </div>
  )
}

/** AUD-1: who did what, the last first. */
export const MeasureHistory = ({ lines }: { readonly lines: readonly Line[] }) => (
  <section class="card stack tight measure-history" aria-labelledby="measure-history">
    <h2 id="measure-history">{improvementTexts.value.history}</h2>
    <ol>
      {lines.map((line, index) => (
        <li key={`${line.at}-${index}`}>
          <span class="muted">
            <Instant at={line.at} />
          </span>
          <Said line={line} />
        </li>
      ))}
    </ol>
  </section>
)
