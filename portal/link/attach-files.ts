import type { LinkFilesField } from '../../shared/contract/link-page.ts'
import { CHOOSABLE, faultOf } from '../form/accepted-files.ts'
import { files as en } from '../texts/en/files.ts'
import { files as zhCn } from '../texts/zh-cn/files.ts'
import { sentFile } from './sent-file.ts'

const NAME: LinkFilesField = 'attachments[]'

const made = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => Object.assign(document.createElement(tag), properties)

type Standing = 'under-way' | 'there' | 'failed' | 'refused'

type List = {
  readonly to: string
  readonly texts: typeof en
  readonly lines: HTMLElement
  /** What is on its way; settles, never fails. */
  readonly running: Map<HTMLElement, Promise<void>>
  /** Where the focus goes when what was pressed goes away. */
  readonly input: HTMLInputElement
}

/** One file's line; only how it stands changes, until it is taken away. */
const newLine = ({ lines, running, texts, input }: List, { name }: File, onGone: () => void) => {
  const line = made('li', {})
  const how = made('span', { className: 'how', role: 'status' })
  const takeAway = made('button', { type: 'button', className: 'quiet', textContent: '✕' })
  takeAway.ariaLabel = texts.remove(name)
  takeAway.title = texts.remove(name)
  takeAway.onclick = () => {
    onGone()
    running.delete(line)
    line.remove()
    input.focus()
  }
  line.append(made('span', { textContent: name, dir: 'auto' }), how, takeAway)
  lines.append(line)
  return {
    line,
    stand: (standing: Standing, ...parts: readonly HTMLElement[]) => {
      line.setAttribute('data-standing', standing)
      how.replaceChildren(...parts)
    },
  }
}

/** Sends a file, says how far it is, and leaves the id that the form takes along. */
const send = (list: List, file: File): void => {
  const { to, texts, running, input } = list
  let abort = new AbortController()
  const { line, stand } = newLine(list, file, () => abort.abort())
  const attempt = async (): Promise<void> => {
    abort = new AbortController()
    const progress = made('progress', { value: 0, ariaLabel: texts.sending(file.name) })
    const onShare = (share: number) => {
      progress.value = share
    }
    stand('under-way', progress)
    try {
      const id = await sentFile(to, file, { onShare, signal: abort.signal })
      stand(
        'there',
        made('span', { textContent: texts.there }),
        made('input', { type: 'hidden', name: NAME, value: id }),
      )
    } catch {
      const again = made('button', { type: 'button', className: 'quiet', textContent: texts.again, onclick: goAgain })
      again.ariaLabel = texts.againFor(file.name)
      stand('failed', made('span', { className: 'wrong', textContent: texts.failed }), again)
    } finally {
      running.delete(line)
    }
  }
  const start = () => void running.set(line, attempt())
  const goAgain = () => {
    start()
    input.focus()
  }
  start()
}

const add = (list: List, file: File): void => {
  const fault = faultOf(file, list.lines.querySelectorAll('li:not([data-standing=refused])').length)
  if (fault === null) send(list, file)
  else
    newLine(list, file, () => undefined).stand(
      'refused',
      made('span', { className: 'wrong', textContent: list.texts.faults[fault] }),
    )
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
  const status = field.querySelector<HTMLElement>('p[role=status]')
  if (!form || !input || !lines || !status) return
  const texts = document.documentElement.lang === 'en' ? en : zhCn
  const list: List = { to: `${form.action}/uploads`, texts, lines, running: new Map(), input }
  input.accept = CHOOSABLE
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) add(list, file)
    // so that the same file can be chosen again
    input.value = ''
  })
  holdBack(form, list, status)
  field.hidden = false
  form.querySelector('.by-mail')?.remove()
}
