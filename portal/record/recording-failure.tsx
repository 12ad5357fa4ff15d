import { explainFailure } from '../api/explain-failure.ts'

/** Why nothing was recorded; nothing where nothing went wrong. */
export const RecordingFailure = ({ failure }: { readonly failure: unknown }) =>
  failure === null ? null : (
    <p class="notice wrong" role="alert">
      {explainFailure(failure)}
    </p>
  )
