import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../texts/texts.ts'

type Toast = {
  readonly id: number
  readonly text: string
  readonly tone: 'calm' | 'wrong'
  readonly offer?: Offer
}

/** What can be done about it, at once. */
type Offer = { readonly label: string; readonly act: () => void }

/** Long enough to read twice; what went wrong stays until it is closed. */
const SHOWN_MS = 8_000

const toasts = signal<readonly Toast[]>([])
const spoken = signal('')
let last = 0

const close = (id: number): void => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

const show = (toast: Omit<Toast, 'id'>): void => {
  last += 1
  const id = last
  toasts.value = [...toasts.value, { ...toast, id }]
  if (toast.tone === 'calm') setTimeout(() => close(id), SHOWN_MS)
}

/** Says that something was done, and offers to undo it where that is possible. */
export const say = (text: string, undo?: () => void): void =>
  show({ text, tone: 'calm', ...(undo && { offer: { label: t.value.shell.undo, act: undo } }) })

/** Says what went wrong; stays until it is closed. */
export const sayWrong = (text: string, offer?: Offer): void => show({ text, tone: 'wrong', ...(offer && { offer }) })

/** For people who do not see the page: what has changed by itself. */
export const announce = (text: string): void => {
  spoken.value = text
}

const ToastLine = ({ toast }: { readonly toast: Toast }) => (
  <div class={`toast ${toast.tone}`} role={toast.tone === 'wrong' ? 'alert' : 'status'}>
    <span>{toast.text}</span>
    {toast.offer && (
      <button
        type="button"
        class="button"
        onClick={() => {
          close(toast.id)
          toast.offer?.act()
        }}
      >
        {toast.offer.label}
      </button>
    )}
    <button type="button" class="button icon" aria-label={t.value.shell.close} onClick={() => close(toast.id)}>
      ✕
    </button>
  </div>
)

/** In the top layer, so that a dialog does not hide what went wrong in it. */
export const Toasts = () => {
  const list = useRef<HTMLDivElement>(null)
  const { value } = toasts
  useEffect(() => {
    if (value.length === 0) return
    list.current?.hidePopover()
    list.current?.showPopover()
  }, [value])
  return (
    <>
      <p class="only-read-aloud" aria-live="polite">
        {spoken}
      </p>
      <div class="toasts" popover="manual" ref={list}>
        {value.map((toast) => (
          <ToastLine key={toast.id} toast={toast} />
        ))}
      </div>
    </>
  )
}
