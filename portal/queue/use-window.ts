import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Rows drawn above and below what can be seen, so that scrolling shows no gaps. */
const MARGIN_ROWS = 12

export type RowWindow = { readonly from: number; readonly to: number }

/** Height of a row in pixels, as the style sheet has it for this screen. */
export const rowHeightOf = (list: HTMLElement): number => {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return Number.parseFloat(getComputedStyle(list).getPropertyValue('--row-rem')) * rem
}

/** Which rows of a long list are near enough to be drawn; `list` is as high as all of them. */
export const useWindow = (list: RefObject<HTMLElement | null>, count: number, onNearEnd: () => void): RowWindow => {
  const range = useSignal<RowWindow>({ from: 0, to: 60 })
  useEffect(() => {
    const look = () => {
      if (!list.current) return
      const height = rowHeightOf(list.current)
      const { top } = list.current.getBoundingClientRect()
      const from = Math.max(0, Math.floor(-top / height) - MARGIN_ROWS)
      const to = Math.ceil((innerHeight - top) / height) + MARGIN_ROWS
      if (from !== range.peek().from || to !== range.peek().to) range.value = { from, to }
      if (to >= count) onNearEnd()
    }
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [count])
  return range.value
}
