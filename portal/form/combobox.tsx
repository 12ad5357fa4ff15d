import { useSignal } from '@preact/signals'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../texts/texts.ts'

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string | undefined }

type Props = {
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  /** The chosen one’s label, or what has been typed so far. */
  readonly text: string
  readonly isChosen: boolean
  /** What there is for a text; it may have to be looked up. */
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Choice[]>
  readonly onType: (text: string) => void
  readonly onChoose: (choice: Choice) => void
}

const PAUSE_MS = 150

type Found = { readonly sought: string | null; readonly choices: readonly Choice[] }

/** What is found for the text, a moment after the last key; until then what was found for the text before. */
const useFound = ({ find }: Props, sought: string, isOpen: boolean): Found => {
  const found = useSignal<Found>({ sought: null, choices: [] })
  useEffect(() => {
    if (!isOpen) return
    const gone = new AbortController()
    const take = (choices: readonly Choice[]): void => {
      if (!gone.signal.aborted) found.value = { sought, choices }
    }
    const timer = setTimeout(() => {
      // whoever cannot look it up can go on without
      find(sought, gone.signal).then(take, () => take([]))
    }, PAUSE_MS)
    return () => {
      gone.abort()
      clearTimeout(timer)
    }
  }, [sought, isOpen])
  return found.value
}

/** Type ahead, choose with the arrow keys and Enter or with a click (the combobox pattern of WAI-ARIA). */
export const Combobox = (props: Props) => {
  const { label, hint, required = false, text, isChosen, onType, onChoose } = props
  const id = useId()
  const isOpen = useSignal(false)
  const active = useSignal(0)
  /** Enter was pressed before what the text leads to was there. */
  const wantsFirst = useRef(false)
  const sought = isChosen ? '' : text.trim()
  const { choices: found, sought: foundFor } = useFound(props, sought, isOpen.value)
  const isShown = isOpen.value && found.length > 0
  const choose = (choice: Choice | undefined) => {
    wantsFirst.current = false
    if (!choice) return
    isOpen.value = false
    onChoose(choice)
  }
  useLayoutEffect(() => {
    if (wantsFirst.current && isOpen.value && foundFor === sought) choose(found[0])
  })
  const press = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      const by = key === 'ArrowDown' ? 1 : -1
      active.value = isOpen.value ? (active.value + by + found.length) % Math.max(1, found.length) : 0
      isOpen.value = true
    } else if (key === 'Enter' && isOpen.value && foundFor !== sought) {
      event.preventDefault()
      wantsFirst.current = true
    } else if (key === 'Enter' && isShown) {
      event.preventDefault()
      choose(found[active.value])
    } else if (key === 'Escape' && isOpen.value) {
      event.preventDefault()
      isOpen.value = false
    }
  }
  return (
    <div class="field combobox">
      <label for={id}>
        {label} {!required && <span class="optional">({t.value.shell.optional})</span>}
      </label>
      <input
        id={id}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown ? `${id}-${active.value}` : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={text}
        required={required}
        dir="auto"
        autocomplete="off"
        data-chosen={isChosen}
        onInput={({ currentTarget }) => {
          active.value = 0
          wantsFirst.current = false
          isOpen.value = true
          onType(currentTarget.value)
        }}
        onClick={() => {
          isOpen.value = true
        }}
        onBlur={() => {
          wantsFirst.current = false
          isOpen.value = false
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={label} hidden={!isShown}>
        {found.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={choice.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active.value}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(choice)}
          >
            <span>{choice.label}</span> {choice.hint && <small class="muted">{choice.hint}</small>}
          </div>
        ))}
      </div>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
