import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { announce } from '../shell/toasts.tsx'
import { type ChannelOption, goneOption } from './channel-option.ts'
import { waysTexts } from './texts.ts'

type Props = {
  readonly label: string
  readonly hint?: string | undefined
  readonly channels: readonly string[]
  readonly options: readonly ChannelOption[]
  readonly onChange: (channels: readonly string[]) => void
  /** What the desk has said about the channel at this place. */
  readonly errorAt?: ((index: number) => string | undefined) | undefined
  readonly beside?: (option: ChannelOption) => ComponentChildren
}

type RowProps = Pick<Props, 'channels' | 'beside'> & {
  readonly option: ChannelOption
  readonly index: number
  readonly error: string | undefined
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

const Row = ({ option, index, channels, error, beside, onMove, onRemove }: RowProps) => {
  const { up, down, remove } = waysTexts.value
  const { label, leadsTo, lack } = option
  const button = (name: string, sign: string, what: string, isOff: boolean, act: () => void) => (
    <button
      type="button"
      class="button plain icon"
      data-move={what}
      aria-label={`${name}: ${label}`}
      title={name}
      disabled={isOff}
      onClick={act}
    >
      {sign}
    </button>
  )
  const wrong = error ?? lack
  return (
    <li data-channel={option.channel}>
      <span class="what">
        <strong>{label}</strong>
        {leadsTo !== null && (
          <span class="muted number" dir="ltr">
            {leadsTo}
          </span>
        )}
        {wrong !== null && <span class="wrong">{wrong}</span>}
        {beside?.(option)}
      </span>
      <span class="way-buttons">
        {button(up, '↑', 'up', index === 0, () => onMove(index - 1))}
        {button(down, '↓', 'down', index === channels.length - 1, () => onMove(index + 1))}
        {button(remove, '✕', 'remove', false, onRemove)}
      </span>
    </li>
  )
}

/** A row that moves takes the focus along; where it cannot go on, its other button has it. */
const focusMoved = (list: HTMLElement | null, channel: string, way: string): void => {
  const row = list?.querySelector(`[data-channel="${CSS.escape(channel)}"]`)
  const button = row?.querySelector<HTMLElement>(`[data-move="${way}"]:enabled`)
  const other = row?.querySelector<HTMLElement>('[data-move]:enabled')
  ;(button ?? other)?.focus()
}

/** NOT-2: the ways to somebody, the first on top; by keyboard too. */
export const ChannelList = ({ label, hint, channels, options, onChange, errorAt, beside }: Props) => {
  const texts = waysTexts.value
  const list = useRef<HTMLFieldSetElement>(null)
  const moved = useRef<readonly [channel: string, way: string] | null>(null)
  // at once: the next press of the same key goes to whatever has the focus
  useLayoutEffect(() => {
    if (moved.current) focusMoved(list.current, ...moved.current)
    moved.current = null
  })
  const optionOf = (channel: string) => options.find((each) => each.channel === channel) ?? goneOption(channel)
  const move = (channel: string, from: number, to: number): void => {
    moved.current = [channel, to < from ? 'up' : 'down']
    onChange(channels.toSpliced(from, 1).toSpliced(to, 0, channel))
    announce(texts.moved(optionOf(channel).label, to + 1))
  }
  const left = options.filter(({ channel }) => !channels.includes(channel))
  return (
    <fieldset class="field ways" ref={list}>
      <legend>{label}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {channels.length === 0 && <p class="wrong">{texts.emptied}</p>}
      <ol>
        {channels.map((channel, index) => (
          <Row
            key={channel}
            option={optionOf(channel)}
            index={index}
            channels={channels}
            error={errorAt?.(index)}
            {...(beside && { beside })}
            onMove={(to) => move(channel, index, to)}
            onRemove={() => {
              onChange(channels.toSpliced(index, 1))
              list.current?.querySelector<HTMLElement>('.add-way')?.focus()
            }}
          />
        ))}
      </ol>
      <p class="row not-printed">
        {left.length > 0 && <span class="muted">{texts.add}</span>}
        {left.map((option) => (
          <button
            key={option.channel}
            type="button"
            class="button add-way"
            onClick={() => onChange([...channels, option.channel])}
          >
            + {option.label}
          </button>
        ))}
      </p>
    </fieldset>
  )
}
