import type { Tone } from './chart-data.ts'

export type Colours = Readonly<Record<Tone | 'ink' | 'line' | 'goal', string>>

const TOKENS: Readonly<Record<keyof Colours, string>> = {
  now: '--accent',
  'last-month': '--edge',
  'last-year': '--chart-past',
  first: '--p3',
  second: '--accent',
  ink: '--ink',
  line: '--line',
  goal: '--late',
}

/** The theme's colours as a canvas takes them: a property that says light-dark() is known only where it is used. */
export const coloursOf = (element: HTMLElement): Colours => {
  const before = element.style.color
  const read = (token: string): string => {
    element.style.color = `var(${token})`
    return getComputedStyle(element).color
  }
  const colours = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, read(token)]))
  element.style.color = before
  return colours as Colours
}
