type State = {
  readonly Type: string
  readonly Next?: string
  readonly Choices?: readonly { readonly StringEquals?: string; readonly Next: string }[]
  readonly Branches?: readonly Machine[]
}

type Machine = { readonly StartAt: string; readonly States: Readonly<Record<string, State>> }

const BEGIN = '<!-- drawn by npm run procedure -->'
const END = '<!-- end of the drawing -->'

/** The states a lane is in while all goes well: looking at the record leads to each of them, and is not drawn. */
const isDrawn = (machine: Machine, name: string): boolean => {
  const [look, choice] = [machine.StartAt, machine.States[machine.StartAt]?.Next]
  return name !== look && name !== choice && machine.States[name]?.Type !== 'Fail'
}

const shape = (id: string, name: string, { Type }: State): string => {
  if (Type === 'Choice') return `${id}{"${name}"}`
  return Type === 'Succeed' ? `${id}(["${name}"])` : `${id}["${name}"]`
}

const edges = (state: State): readonly { readonly to: string; readonly label: string }[] => [
  ...(state.Next ? [{ to: state.Next, label: '' }] : []),
  ...(state.Choices ?? []).map(({ Next: to, StringEquals: value = '' }) => ({ to, label: `|${value}|` })),
]

const lane = (machine: Machine, index: number): readonly string[] => {
  const names = Object.keys(machine.States)
  const id = (name: string): string => `l${index}s${names.indexOf(name)}`
  const drawn = Object.entries(machine.States).filter(([name]) => isDrawn(machine, name))
  const ways = drawn.flatMap(([from, state]) =>
    edges(state).flatMap(({ to, label }) => (isDrawn(machine, to) ? [{ from, to, label }] : [])),
  )
  const joined = new Set(ways.flatMap(({ from, to }) => [from, to]))
  return [
    `  subgraph l${index} [" "]`,
    ...drawn.flatMap(([name, state]) => (joined.has(name) ? [`    ${shape(id(name), name, state)}`] : [])),
    ...ways.map(({ from, to, label }) => `    ${id(from)} -->${label} ${id(to)}`),
    '  end',
  ]
}

/** The lanes of the machine as a Mermaid flowchart, side by side. */
const drawing = (machine: Machine): string => {
  const lanes = Object.values(machine.States).flatMap(({ Branches: branches = [] }) => branches)
  return ['```mermaid', 'flowchart TD', ...lanes.flatMap(lane), '```'].join('\n')
}

/** The page with the machine drawn anew between its two marks. @throws Error when the marks are missing */
export const withDrawing = (page: string, machine: object): string => {
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    throw new Error(`The page has no place for a drawing: ${BEGIN}, ${END}`)
  return `${before}${BEGIN}\n\n${drawing(machine as Machine)}\n\n${END}${after}`
}
