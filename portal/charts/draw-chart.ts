import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { ChartData, Series } from './chart-data.ts'
import { type Colours, coloursOf } from './colours.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

const MOVING = matchMedia('(prefers-reduced-motion: no-preference)')

const GOAL_DASH = [4, 4]

/** A dashed line where the goal is. */
const goalLine = ({ goal, kind }: ChartData, { goal: colour }: Colours): Plugin => ({
  id: 'goal',
  afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
    if (goal === null) return
    const across = kind === 'bars'
    const at = scales[across ? 'x' : 'y']?.getPixelForValue(goal) ?? 0
    ctx.save()
    ctx.strokeStyle = colour
    ctx.lineWidth = 1.5
    ctx.setLineDash(GOAL_DASH)
    ctx.beginPath()
    ctx.moveTo(across ? at : chartArea.left, across ? chartArea.top : at)
    ctx.lineTo(across ? at : chartArea.right, across ? chartArea.bottom : at)
    ctx.stroke()
    ctx.restore()
  },
})

const datasetOf = ({ label, values, tone }: Series, kind: ChartData['kind'], colours: Colours): ChartDataset => {
  const colour = colours[tone]
  const data = [...values]
  return kind === 'bars'
    ? { type: 'bar', label, data, backgroundColor: colour, maxBarThickness: 14, borderRadius: 2 }
    : { type: 'line', label, data, borderColor: colour, backgroundColor: colour, spanGaps: false, pointRadius: 3 }
}

type Scales = NonNullable<NonNullable<ChartConfiguration['options']>['scales']>

/** Whole per cents; counts are never halves. */
const ticksOf = ({ of, text }: ChartData): object =>
  of === 'shares'
    ? { stepSize: 0.2, callback: (value: string | number) => `${Math.round(Number(value) * 100)} %` }
    : { precision: 0, callback: (value: string | number) => text(Number(value)) }

const scalesOf = (data: ChartData, { ink, line }: Colours): Scales => {
  const values = {
    beginAtZero: true,
    ...(data.of === 'shares' && { max: 1 }),
    grid: { color: line },
    border: { color: line },
    ticks: { color: ink, maxRotation: 0, ...ticksOf(data) },
  }
  const isBars = data.kind === 'bars'
  const names = { grid: { display: false }, border: { color: line }, ticks: { color: ink, autoSkip: !isBars } }
  return isBars ? { x: values, y: names } : { x: names, y: values }
}

const configurationOf = (data: ChartData, canvas: HTMLCanvasElement): ChartConfiguration => {
  const colours = coloursOf(canvas)
  const { fontFamily } = getComputedStyle(canvas)
  return {
    type: data.kind === 'bars' ? 'bar' : 'line',
    data: { labels: [...data.labels], datasets: data.series.map((each) => datasetOf(each, data.kind, colours)) },
    options: {
      indexAxis: data.kind === 'bars' ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      font: { family: fontFamily },
      ...(!MOVING.matches && { animation: false as const }),
      interaction: { mode: 'index', axis: data.kind === 'bars' ? 'y' : 'x', intersect: false },
      scales: scalesOf(data, colours),
      plugins: {
        legend: { position: 'bottom', labels: { color: colours.ink, boxWidth: 12, boxHeight: 12 } },
        tooltip: {
          callbacks: {
            label: ({ dataset, raw }) => `${dataset.label}: ${typeof raw === 'number' ? data.text(raw) : '–'}`,
          },
        },
      },
    },
    plugins: [goalLine(data, colours)],
  }
}

/** Draws anew when the colours change, for paper too. @returns what ends it */
export const drawChart = (canvas: HTMLCanvasElement, data: ChartData): (() => void) => {
  let chart = new Chart(canvas, configurationOf(data, canvas))
  const again = (): void => {
    chart.destroy()
    chart = new Chart(canvas, { ...configurationOf(data, canvas) })
  }
  const themes = new MutationObserver(again)
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const media = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query))
  for (const each of media) each.addEventListener('change', again)
  return () => {
    themes.disconnect()
    for (const each of media) each.removeEventListener('change', again)
    chart.destroy()
  }
}
