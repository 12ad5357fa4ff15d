import { useEffect, useRef } from 'preact/hooks'
import type { ChartData } from './chart-data.ts'

type Props = {
  readonly data: ChartData
  /** What it shows, and where the same stands in words: a canvas says nothing to whoever cannot see it. */
  readonly label: string
}

/** Room for each bar, and for legend and axis, in rem. */
const heightRem = ({ kind, labels, series }: ChartData): number =>
  kind === 'lines' ? 18 : 5 + labels.length * (0.75 + series.length * 0.9)

/** A picture of figures that stand in a table as well; the library comes with the first one. */
export const ChartFigure = ({ data, label }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const said = JSON.stringify(data)
  useEffect(() => {
    let end: (() => void) | null = null
    let isWanted = true
    import('./draw-chart.ts').then(
      ({ drawChart }) => {
        if (isWanted && canvas.current) end = drawChart(canvas.current, data)
      },
      // without the library the tables still say everything
      () => undefined,
    )
    return () => {
      isWanted = false
      end?.()
    }
  }, [said])
  return (
    <div class="chart" style={{ '--chart-height': `${heightRem(data)}rem` }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
