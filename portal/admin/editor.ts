import { batch, signal } from '@preact/signals'
import type { ProblemBody } from '../../shared/contract/problem.ts'
import { Refused } from '../api/failure.ts'
import { draftOf, dropDraft, keepDraft } from '../form/drafts.ts'
import type { AdminForm } from './admin-form.ts'
import { type Collection, readDocument, writeDocument } from './collection.ts'
import { differences, isSame, type Json, rebased, withAt } from './document.ts'
import { blankOf, type DocumentSchema, readSchema } from './json-schema.ts'

type Version = number | 'new'

/** What the form is based on, and what stands in it. */
type Edited = { readonly base: Json; readonly version: Version; readonly mine: Json }

export type Conflict = {
  readonly theirs: Json
  readonly version: number
  /** Who has saved since, newest first. */
  readonly changes: NonNullable<ProblemBody['changes']>
}

const draftNameOf = (collection: Collection, id: string | null): string => `admin.${collection}.${id ?? 'new'}`

/** Only what differs from the document is worth keeping. */
const keptFrom = (name: string): Edited | null => {
  const { base, version, mine } = draftOf(name)
  if (base === undefined || mine === undefined || version === undefined) return null
  const parsed = version === 'new' ? version : Number(version)
  return { base: JSON.parse(base) as Json, version: parsed, mine: JSON.parse(mine) as Json }
}

/** One document as an administrator has it open; a null id is a new one. What is typed survives a reload. */
export const openEditor = (collection: Collection, id: string | null) => {
  const draft = draftNameOf(collection, id)
  const schema = signal<DocumentSchema | null>(null)
  const edited = signal<Edited | null>(null)
  const error = signal<unknown>(null)
  const conflict = signal<Conflict | null>(null)
  const refusal = signal<unknown>(null)
  const isSaving = signal(false)

  const take = (next: Edited): void => {
    edited.value = next
    if (isSame(next.base, next.mine)) dropDraft(draft)
    else
      keepDraft(draft, {
        base: JSON.stringify(next.base),
        version: String(next.version),
        mine: JSON.stringify(next.mine),
      })
  }

  const load = async (): Promise<void> => {
    try {
      const found = await readSchema(collection)
      const stored = id === null ? null : await readDocument(collection, id)
      const base = stored?.value ?? blankOf(found.root, found.resolve)
      batch(() => {
        schema.value = found
        error.value = null
        edited.value = keptFrom(draft) ?? { base, version: stored?.version ?? 'new', mine: base }
      })
    } catch (reason) {
      error.value = reason
    }
  }

  const set: AdminForm['set'] = (path, value) => {
    if (edited.value) take({ ...edited.value, mine: withAt(edited.value.mine, path, value) })
  }

  /** Saves what stands in the form. @returns the id it is saved under, null when it was not */
  const save = async (): Promise<string | null> => {
    const { value } = edited
    if (value === null || isSaving.value) return null
    const { mine, version } = value
    const savedAs = id ?? String((mine as { id?: Json }).id ?? '')
    isSaving.value = true
    refusal.value = null
    try {
      const stored = await writeDocument(collection, savedAs, mine, version)
      take({ base: stored.value, version: stored.version, mine: stored.value })
      conflict.value = null
      return savedAs
    } catch (reason) {
      refusal.value = reason
      if (reason instanceof Refused && reason.isStale && id !== null) {
        const now = await readDocument(collection, id).catch(() => null)
        if (now) conflict.value = { theirs: now.value, version: now.version, changes: reason.problem.changes ?? [] }
      }
      return null
    } finally {
      isSaving.value = false
    }
  }

  /** LIF-9: goes on from what somebody else has saved, with what was changed here or without it. */
  const settle = (how: 'mine-on-top' | 'take-theirs'): void => {
    if (edited.value === null || conflict.value === null) return
    const { theirs, version } = conflict.value
    const { base, mine } = edited.value
    take({ base: theirs, version, mine: how === 'mine-on-top' ? rebased(base, mine, theirs) : theirs })
    conflict.value = null
    refusal.value = null
  }

  const replace = (mine: Json): void => {
    if (edited.value) take({ ...edited.value, mine })
  }

  return {
    collection,
    id,
    schema,
    edited,
    error,
    conflict,
    refusal,
    isSaving,
    load,
    set,
    save,
    settle,
    replace,
    changes: () => (edited.value ? differences(edited.value.base, edited.value.mine) : []),
  }
}

export type Editor = ReturnType<typeof openEditor>
