import { useSignal } from '@preact/signals'
import { explainFailure } from '../api/explain-failure.ts'
import { say, sayWrong } from '../shell/toasts.tsx'
import { ChangeTable } from './change-table.tsx'
import { readDocument, type Stored } from './collection.ts'
import { differences } from './document.ts'
import type { Editor } from './editor.ts'
import { adminTexts } from './texts.ts'

/** ESC-9: what a document said before, and what has changed since. */
export const Versions = ({ editor }: { readonly editor: Editor }) => {
  const { edit } = adminTexts.value
  const shown = useSignal<Stored | null>(null)
  const { collection, id } = editor
  const { value: edited } = editor.edited
  if (id === null || edited === null || edited.version === 'new' || edited.version < 2) return null
  const earlier = Array.from({ length: edited.version - 1 }, (_, index) => Number(edited.version) - 1 - index)
  const show = (version: number) => {
    if (Number.isNaN(version)) shown.value = null
    else
      readDocument(collection, id, version).then(
        (stored) => {
          shown.value = stored
        },
        (error: unknown) => sayWrong(explainFailure(error)),
      )
  }
  const changes = shown.value ? differences(shown.value.value, edited.base) : []
  return (
    <details class="versions">
      <summary>{edit.versions}</summary>
      <div class="stack">
        <label class="field">
          <span class="hint">{edit.versionsHint}</span>
          <select
            aria-label={edit.versions}
            onChange={({ currentTarget }) => show(Number.parseInt(currentTarget.value, 10))}
          >
            <option value="">{edit.none}</option>
            {earlier.map((version) => (
              <option key={version} value={version}>
                {edit.version(version)}
              </option>
            ))}
          </select>
        </label>
        {shown.value && changes.length === 0 && <p>{edit.noDifference}</p>}
        {shown.value && changes.length > 0 && (
          <>
            <ChangeTable
              title={`${edit.version(shown.value.version)} → ${edit.version(edited.version)}`}
              changes={changes}
            />
            <button
              type="button"
              class="button"
              onClick={() => {
                if (shown.value) editor.replace(shown.value.value)
                say(edit.restored)
              }}
            >
              {edit.restore(shown.value.version)}
            </button>
          </>
        )}
      </div>
    </details>
  )
}
