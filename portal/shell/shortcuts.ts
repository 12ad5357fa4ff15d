import { useLayoutEffect } from 'preact/hooks'
import { shortcutsOn } from './preferences.ts'

type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Single keys that act while the page is shown, nothing is being typed and no dialog is open. */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  // what is seen can be used: not a frame later
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!shortcutsOn.value || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      const act = shortcuts[event.key]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
