import { type AnswerOf, call } from '../api/call.ts'
import { duration } from '../format/time.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Instant } from '../parts/instant.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { codeName } from '../settings/catalogue.ts'
import { t } from '../texts/texts.ts'

type Explained = AnswerOf<'explainClocks'>['items'][number]
type Span = Explained['spans'][number]

const why = ({ because, code }: Span): string => {
  const { spans } = t.value.ticket
  switch (because) {
    case 'open':
      return spans.open
    case 'waiting':
      return spans.waiting(codeName('waitCodes', code ?? ''))
    case 'closed':
      return spans.closed
  }
}

const Spans = ({ clock }: { readonly clock: Explained }) => {
  const { ticket: texts, words } = t.value
  return (
    <table class="spans">
      <caption>
        {words.steps[clock.step]} · {duration(clock.target)} · {words.clocks[clock.runsOn]}
      </caption>
      <thead>
        <tr>
          <th scope="col">{texts.spans.from}</th>
          <th scope="col">{texts.spans.to}</th>
          <th scope="col">{texts.spans.used}</th>
        </tr>
      </thead>
      <tbody>
        {clock.spans.map((span) => (
          <tr key={span.from} data-counted={span.counted}>
            <td>
              <Instant at={span.from} />
            </td>
            <td>
              <Instant at={span.to} />
              <br />
              <small>{why(span)}</small>
            </td>
            <td class="number">{duration(span.usedMinutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** SLA-4: what was counted against each promise and what was not, stretch by stretch. */
export const ClockExplanation = ({ number, version }: { readonly number: string; readonly version: number }) => {
  const clocks = useLoaded(`${number}#${version}`, (signal) => call('explainClocks', { params: { number }, signal }))
  if (clocks.error.value) return <FailureNote error={clocks.error.value} onAgain={clocks.again} />
  return (
    <div class="stack">
      {clocks.value.value?.items.map((clock) => (
        <Spans key={clock.step} clock={clock} />
      ))}
    </div>
  )
}
