import type { LinkFilesField, LinkFilesTexts } from '../../shared/contract/link-page.ts'
import { faultOf } from '../form/accepted-files.ts'
import { sentFile } from './sent-file.ts'

const NAME: LinkFilesField = 'attachments[]'

const button = (text: string, name: string, onClick: () => void): HTMLButtonElement => {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'quiet'
  made.textContent = text
  made.setAttribute('aria-label', `${text}: ${name}`)
  made.addEventListener('click', onClick)
  return made
}

const progressOf = (name: string): HTMLProgressElement => {
  const progress = document.createElement('progress')
  progress.setAttribute('aria-label', name)
  progress.value = 0
  return progress
}

const words = (text: string, kind: string): HTMLElement => {
  const said = document.createElement('span')
  said.className = kind
  said.textContent = text
  return said
}

const idFor = (id: string): HTMLInputElement => {
  const hidden = document.createElement('input')
  Object.assign(hidden, { type: 'hidden', name: NAME, value: id })
  return hidden
}

type Standing = 'under-way' | 'there' | 'failed' | 'refused'

type List = {
  readonly to: string
  readonly texts: LinkFilesTexts
  readonly lines: HTMLElement
  /** What is on its way; settles, never fails. */
  readonly running: Map<HTMLElement, Promise<void>>
  /** Where the focus goes when a line goes away. */
  readonly input: HTMLInputElement
}

/** One file's line; it stands in its place until it is taken away. */
const newLine = ({ lines, running, texts, input }: List, file: File, onGone: () => void) => {
  const line = document.createElement('li')
  const name = words(file.name, 'name')
  name.dir = 'auto'
  const takeAway = button(texts.remove, file.name, () => {
    onGone()
    running.delete(line)
    line.remove()
    input.focus()
  })
  lines.append(line)
  return {
    line,
    stand: (standing: Standing, ...parts: readonly HTMLElement[]) => {
      line.setAttribute('data-standing', standing)
      line.replaceChildren(name, ...parts, takeAway)
    },
  }
}

/** Sends a file, says how far it is, and leaves the id that the form takes along. */
const send = (list: List, file: File): void => {
  const { to, texts, running } = list
  let abort = new AbortController()
  const { line, stand } = newLine(list, file, () => abort.abort())
  const attempt = async (): Promise<void> => {
    abort = new AbortController()
    const progress = progressOf(file.name)
    const onShare = (share: number) => {
      progress.value = share
    }
    stand('under-way', progress, words(texts.underWay, 'muted'))
    try {
      const id = await sentFile(to, file, { onShare, signal: abort.signal })
      stand('there', words(texts.there, 'muted'), idFor(id))
    } catch {
      stand('failed', words(texts.failed, 'wrong'), button(texts.again, file.name, start))
    } finally {
      running.delete(line)
    }
  }
  const start = () => {
    running.set(line, attempt())
  }
  start()
}

const add = (list: List, file: File): void => {
  const fault = faultOf(file, list.lines.querySelectorAll('li:not([data-standing=refused])').length)
  if (fault === null) send(list, file)
  else newLine(list, file, () => undefined).stand('refused', words(list.texts.faults[fault], 'wrong'))
}

/** The form waits for its files, and does not go without one that was meant to go along. */
const holdBack = (form: HTMLFormElement, { running, lines, texts }: List, status: HTMLElement): void => {
  const hasFailed = () => lines.querySelector('[data-standing=failed]') !== null
  const goOn = async (): Promise<void> => {
    form.ariaBusy = 'true'
    await Promise.all(running.values())
    form.ariaBusy = 'false'
    status.textContent = hasFailed() ? texts.notAllThere : ''
    if (!hasFailed()) form.requestSubmit()
  }
  form.addEventListener('submit', (event) => {
    if (running.size === 0 && !hasFailed()) return
    event.preventDefault()
    if (form.ariaBusy !== 'true') void goOn()
  })
}

/** INT-15: files for the message, sent as soon as they are chosen, while it is being typed. Without script they go by mail. */
export const attachFiles = (field: HTMLElement): void => {
  const form = field.closest('form')
  const input = field.querySelector<HTMLInputElement>('input[type=file]')
  const lines = field.querySelector('ul')
  const status = field.querySelector<HTMLElement>('[role=status]')
  const { to, texts } = field.dataset
  if (!form || !input || !lines || !status || !to || !texts) return
  const list: List = { to, texts: JSON.parse(texts) as LinkFilesTexts, lines, running: new Map(), input }
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) add(list, file)
    // so that the same file can be chosen again
    input.value = ''
  })
  holdBack(form, list, status)
  field.hidden = false
  form.querySelector('.by-mail')?.remove()
}
