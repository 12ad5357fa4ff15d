import { useEffect, useRef } from 'preact/hooks'
import { Instant } from '../parts/instant.tsx'
import { ChangeTable } from './change-table.tsx'
import { differences } from './document.ts'
import type { Editor } from './editor.ts'
import { adminTexts } from './texts.ts'

type Props = { readonly editor: Editor; readonly onSave: () => void }

/** LIF-9: what somebody else saved meanwhile beside what was changed here; nothing of either is lost. */
export const ConflictNote = ({ editor, onSave }: Props) => {
  const { edit } = adminTexts.value
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => note.current?.focus(), [])
  const { value: edited } = editor.edited
  const { value: conflict } = editor.conflict
  if (!edited || !conflict) return null
  const theirs = differences(edited.base, conflict.theirs)
  const mine = editor.changes()
  const mark = new Set(theirs.map(({ path }) => path.join('.')))
  return (
    <div class="notice soon stack" role="alert" tabIndex={-1} ref={note}>
      <p>
        <strong>{edit.conflict}</strong>
      </p>
      <ul>
        {conflict.changes.map(({ at, actor }) => (
          <li key={at}>
            <span dir="auto">{actor.name}</span> <Instant at={at} />
          </li>
        ))}
      </ul>
      <ChangeTable title={edit.theirs} changes={theirs} />
      {mine.length > 0 && <ChangeTable title={edit.mine} changes={mine} mark={mark} />}
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            editor.settle('mine-on-top')
            onSave()
          }}
        >
          {edit.putMineOnTop}
        </button>
        <button type="button" class="button" onClick={() => editor.settle('take-theirs')}>
          {edit.takeTheirs}
        </button>
      </div>
    </div>
  )
}
