import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { nowMs } from '../format/now.ts'
import { announce, sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { type Fault, faultOf } from './accepted-files.ts'
import type { FormState } from './form-state.ts'
import { sendFile } from './send-file.ts'

/** A file the storage has; its id may be attached until then. */
export type Arrived = { readonly id: string; readonly name: string; readonly bytes: number; readonly untilMs: number }

/** A file that was chosen and is not there (yet). */
export type Chosen = {
  readonly key: number
  readonly file: File
  readonly standing: 'under-way' | 'failed' | Fault
  /** How much of it has been sent, 0 to 1. */
  readonly share: number
}

const FIELD = 'attachments'
/** The desk takes an upload for a day; an hour is left to send the form. */
const KEPT_MS = 23 * 3_600_000

const arrivedIn = (form: FormState): readonly Arrived[] => {
  const kept = JSON.parse(form.of(FIELD) || '[]') as readonly Arrived[]
  return kept.filter(({ untilMs }) => untilMs > nowMs.value)
}

const newAttachments = (form: FormState) => {
  const chosen = signal<readonly Chosen[]>([])
  const isCollecting = signal(false)
  const running = new Map<number, { readonly abort: AbortController; readonly done: Promise<void> }>()
  let last = 0

  const change = (key: number, changed: Partial<Chosen>): void => {
    chosen.value = chosen.value.map((each) => (each.key === key ? { ...each, ...changed } : each))
  }
  const drop = (key: number): void => {
    chosen.value = chosen.value.filter((each) => each.key !== key)
  }
  const keep = (arrived: readonly Arrived[]): void => {
    form.set({ [FIELD]: arrived.length === 0 ? '' : JSON.stringify(arrived) })
  }

  const send = async ({ key, file }: Chosen, abort: AbortController): Promise<void> => {
    const { files } = t.value
    try {
      const id = await sendFile(file, { onShare: (share) => change(key, { share }), signal: abort.signal })
      if (abort.signal.aborted) return
      drop(key)
      keep([...arrivedIn(form), { id, name: file.name, bytes: file.size, untilMs: nowMs.value + KEPT_MS }])
      announce(files.arrived(file.name))
    } catch {
      if (abort.signal.aborted) return
      change(key, { standing: 'failed' })
      announce(files.failedOf(file.name))
    } finally {
      running.delete(key)
    }
  }
  const start = (file: Chosen): void => {
    const abort = new AbortController()
    running.set(file.key, { abort, done: send(file, abort) })
  }
  const count = (): number =>
    arrivedIn(form).length + chosen.value.filter(({ standing }) => ['under-way', 'failed'].includes(standing)).length

  return {
    chosen,
    isCollecting,
    arrived: () => arrivedIn(form),
    add: (files: Iterable<File>): void => {
      for (const file of files) {
        last += 1
        const fault = faultOf(file, count())
        const added: Chosen = { key: last, file, standing: fault ?? 'under-way', share: 0 }
        chosen.value = [...chosen.value, added]
        if (fault === null) start(added)
        else announce(`${file.name}: ${t.value.files.faults[fault]}`)
      }
    },
    again: (file: Chosen): void => {
      change(file.key, { standing: 'under-way', share: 0 })
      start(file)
    },
    takeAway: (key: number): void => {
      running.get(key)?.abort.abort()
      drop(key)
    },
    detach: (id: string): void => keep(arrivedIn(form).filter((each) => each.id !== id)),
    /** Forgets what was chosen; what has arrived is part of the form and goes with it. */
    clear: (): void => {
      for (const { abort } of running.values()) abort.abort()
      chosen.value = []
    },
    /** Goes on with the ids once every file is there; says so when one is not. */
    collect: async (goOn: (ids: readonly string[]) => void): Promise<void> => {
      if (isCollecting.value) return
      isCollecting.value = true
      await Promise.all([...running.values()].map(({ done }) => done))
      isCollecting.value = false
      if (chosen.value.some(({ standing }) => standing === 'failed')) sayWrong(t.value.files.notAllThere)
      else goOn(arrivedIn(form).map(({ id }) => id))
    },
  }
}

export type Attachments = ReturnType<typeof newAttachments>

/** INT-15: the files of one form. Those that have arrived are part of its draft and survive a reload. */
export const useAttachments = (form: FormState): Attachments => {
  const [attachments] = useState(() => newAttachments(form))
  useEffect(() => attachments.clear, [attachments])
  return attachments
}

/** As the acts and tickets of the API take them; a body without files says nothing of them. */
export const attaching = (ids: readonly string[]): { readonly attachments?: string[] } =>
  ids.length === 0 ? {} : { attachments: [...ids] }
