import { useSignal } from '@preact/signals'
import { t } from '../texts/texts.ts'

/** Of a column as wide as texts are read in; longer texts push what matters off the screen. */
const CHARACTERS_A_LINE = 80
const MOST_LINES = 24

const linesOf = (text: string): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 0)

type Props = { readonly text: string; readonly isMuted?: boolean }

/**
 * What somebody wrote, as they wrote it. A long text is folded on the screen only: it is all there for the browser’s search,
 * for a screen reader and on paper.
 */
export const LongText = ({ text, isMuted = false }: Props) => {
  const { shell } = t.value
  const showsAll = useSignal(false)
  const isLong = linesOf(text) > MOST_LINES
  return (
    <div class="long-text">
      <p class={isMuted ? 'said muted' : 'said'} data-folded={isLong && !showsAll.value}>
        {text}
      </p>
      {isLong && (
        <button
          type="button"
          class="button plain not-printed"
          aria-expanded={showsAll.value}
          onClick={() => {
            showsAll.value = !showsAll.value
          }}
        >
          {showsAll.value ? shell.showLess : shell.showAll}
        </button>
      )}
    </div>
  )
}
