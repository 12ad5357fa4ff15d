import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import { t } from '../texts/texts.ts'
import { Empty } from './empty.tsx'

/** Instead of what could not be read. */
export const FailureNote = ({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) => {
  const { shell } = t.value
  if (error instanceof Refused && error.status === 404) {
    return (
      <Empty title={shell.notFound}>
        <p>{shell.notFoundHint}</p>
        <a href="/">{shell.home}</a>
      </Empty>
    )
  }
  return (
    <div class="notice wrong row spread" role="alert">
      <span>{explainFailure(error)}</span>
      <button type="button" class="button" onClick={onAgain}>
        {shell.again}
      </button>
    </div>
  )
}
