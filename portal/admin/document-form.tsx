import type { ComponentChildren } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { explainFailure } from '../api/explain-failure.ts'
import { Refused } from '../api/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { readCatalogue } from '../settings/catalogue.ts'
import { say } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import type { AdminForm } from './admin-form.ts'
import type { Collection } from './collection.ts'
import { ConflictNote } from './conflict-note.tsx'
import type { Json, Path } from './document.ts'
import { type Editor, openEditor } from './editor.ts'
import type { DocumentSchema } from './json-schema.ts'
import { keyLabel } from './labels.ts'
import { useReferences } from './references.ts'
import { SchemaField } from './schema-field.tsx'
import { adminTexts } from './texts.ts'
import { Versions } from './versions.tsx'

type Props = {
  readonly collection: Collection
  /** Null for a new one. */
  readonly id: string | null
  /** The fields of the document to show; absent: all of them. */
  readonly only?: readonly string[]
  readonly onSaved?: (id: string) => void
  /** What is shown above the fields, computed from what stands in it. */
  readonly above?: (document: Json) => ComponentChildren
}

const formOf = (editor: Editor, mine: Json, { resolve }: DocumentSchema): AdminForm => {
  const { value: refusal } = editor.refusal
  const errors = refusal instanceof Refused ? (refusal.problem.errors ?? []) : []
  return {
    document: mine,
    resolve,
    set: editor.set,
    errorAt: (path: Path) => errors.find(({ field }) => field === path.join('.'))?.message,
    isNew: editor.id === null,
  }
}

const Refusal = ({ editor }: { readonly editor: Editor }) => {
  const { edit } = adminTexts.value
  const { value: refusal } = editor.refusal
  if (refusal === null || editor.conflict.value) return null
  const exists = editor.id === null && refusal instanceof Refused && refusal.isStale
  return (
    <div class="notice wrong" role="alert">
      <strong>{edit.refused}</strong>
      <p>{exists ? edit.exists : explainFailure(refusal)}</p>
    </div>
  )
}

const Buttons = ({ editor }: { readonly editor: Editor }) => {
  const { edit } = adminTexts.value
  const { value: edited } = editor.edited
  const isChanged = editor.changes().length > 0
  const discard = () => {
    if (!edited) return
    editor.replace(edited.base)
    say(edit.discarded, () => editor.replace(edited.mine))
  }
  return (
    <footer class="form-foot not-printed">
      <button type="submit" class="button primary" aria-disabled={editor.isSaving.value || !isChanged}>
        {editor.isSaving.value ? edit.saving : edit.save}
      </button>
      {isChanged && (
        <button type="button" class="button" onClick={discard}>
          {edit.discard}
        </button>
      )}
      <span class="muted">
        {isChanged ? edit.unsaved : edited?.version !== 'new' && edit.version(edited?.version ?? 1)}
      </span>
    </footer>
  )
}

const useEditor = (collection: Collection, id: string | null): Editor => {
  const editor = useMemo(() => openEditor(collection, id), [collection, id])
  useEffect(() => void editor.load(), [editor])
  useReferences()
  return editor
}

/** A document of the settings as a form made of the schema the API validates it with (PUT, If-Match). */
export const DocumentForm = ({ collection, id, only, onSaved, above }: Props) => {
  const editor = useEditor(collection, id)
  const { value: edited } = editor.edited
  const { value: schema } = editor.schema
  if (editor.error.value) return <FailureNote error={editor.error.value} onAgain={() => void editor.load()} />
  if (!edited || !schema)
    return (
      <p class="muted" aria-busy="true">
        {t.value.shell.loading}
      </p>
    )
  const form = formOf(editor, edited.mine, schema)
  const save = async (): Promise<void> => {
    const savedAs = await editor.save()
    if (savedAs === null) return
    say(adminTexts.value.edit.saved)
    onSaved?.(savedAs)
    // names everywhere else on the portal come from what was read at the start
    await readCatalogue().catch(() => undefined)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (editor.changes().length > 0) void save()
  }
  const { properties = {}, required = [] } = schema.root
  return (
    <form class="admin-form stack" onSubmit={submit}>
      {editor.conflict.value && <ConflictNote editor={editor} onSave={() => void save()} />}
      <Refusal editor={editor} />
      {above?.(edited.mine)}
      <div class="form-grid fields">
        {Object.entries(properties)
          .filter(([key]) => only?.includes(key) ?? true)
          .map(([key, property]) => (
            <SchemaField
              key={key}
              form={form}
              schema={property}
              path={[key]}
              isRequired={required.includes(key)}
              label={keyLabel('', key)}
            />
          ))}
      </div>
      <Buttons editor={editor} />
      {collection !== 'people' && <Versions editor={editor} />}
    </form>
  )
}
