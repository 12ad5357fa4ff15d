import { useId } from 'preact/hooks'
import { managerTexts } from './texts.ts'

export type Bar = {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly query: string
  readonly priority?: number
}

const listHref = (query: string): string => `/tickets?${query}`

type LinkedFigureProps = {
  readonly label: string
  readonly count: number
  readonly href: string
  readonly isLate?: boolean
}

/** A figure that leads to the page where it is worked on. */
export const LinkedFigure = ({ label, count, href, isLate = false }: LinkedFigureProps) => (
  <a class="figure card" href={href} data-late={isLate}>
    <span class="count number">{count}</span>
    <span>{label}</span>
  </a>
)

type FigureProps = Omit<LinkedFigureProps, 'href'> & Pick<Bar, 'query'>

/** A figure that leads to its list. */
export const Figure = ({ query, ...figure }: FigureProps) => <LinkedFigure {...figure} href={listHref(query)} />

/** Counts beside each other; the bars only show what the numbers say. Every one leads to its list. */
export const Bars = ({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) => {
  const { dashboard } = managerTexts.value
  const heading = useId()
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <section class="card stack tight" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {bars.length === 0 && <p class="muted">{dashboard.nothing}</p>}
      <ul class="bars">
        {bars.map(({ key, label, count, query, priority }) => (
          <li key={key}>
            <a href={listHref(query)}>
              <span class="name">{label}</span>
              <span class="bar" aria-hidden="true" data-priority={priority} style={{ '--share': count / most }} />
              <span class="number">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
