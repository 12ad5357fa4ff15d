import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ProcedureView } from '../../shared/contract/procedure-view.ts'
import { type AnswerOf, call } from '../api/call.ts'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { t } from '../texts/texts.ts'
import type { Begin } from './do-major.ts'
import { PartAct } from './major-acts.tsx'
import { Part } from './part.tsx'

export type ChildrenProps = {
  readonly procedure: ProcedureView
  readonly begin: Begin
  readonly onDetach: (child: string) => void
}

type Item = AnswerOf<'listChildren'>['items'][number]

const SHOWN = 10
const AT_A_TIME = 100
const EVERY_MS = 10_000

type ChildProps = {
  readonly number: string
  readonly ticket: Item['ticket'] | undefined
  readonly onDetach: (() => void) | null
}

/** A number while it is read; of one that is kept from the reader, that it is (PRI-9). */
const Child = ({ number, ticket, onDetach }: ChildProps) => {
  const { major } = t.value
  return (
    <li>
      {ticket ? <PriorityMark priority={ticket.priority} /> : <span />}
      <span class="what">
        {ticket === null ? (
          <span class="muted">
            <span class="number">{number}</span> · {major.withheld}
          </span>
        ) : (
          <a href={`/tickets/${number}`} dir="auto">
            <span class="number">{number}</span> {ticket?.title}
          </a>
        )}
      </span>
      {ticket ? <StateTag state={ticket.state} /> : <span />}
      {onDetach && (
        <button
          type="button"
          class="button plain icon not-printed"
          aria-label={major.detach(number)}
          title={major.detach(number)}
          onClick={onDetach}
        >
          ✕
        </button>
      )}
    </li>
  )
}

const readFirst = async (number: string, most: number, signal: AbortSignal): Promise<readonly Item[]> => {
  const found: Item[] = []
  for (let cursor: string | null = ''; cursor !== null && found.length < most; ) {
    const query = { limit: Math.min(most, AT_A_TIME), ...(cursor && { cursor }) }
    const page: AnswerOf<'listChildren'> = await call('listChildren', {
      params: { number },
      query,
      signal,
      inBackground: true,
    })
    found.push(...page.items)
    cursor = page.cursor
  }
  return found
}

/** Children follow a moment after the major incident has changed, and go their own ways meanwhile: looked at again and again. */
const useChildren = ({ number, version, children }: ProcedureView, shown: number) => {
  const hasSome = children.length > 0
  const { value, again } = useLoaded(`${number}#${version}#${shown}`, (signal) =>
    hasSome ? readFirst(number, shown, signal) : Promise.resolve([]),
  )
  useEffect(() => {
    if (!hasSome) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [hasSome])
  return value.value
}

/** MAJ-8: what hangs below it, as far as the reader may see it. */
export const Children = ({ procedure, begin, onDetach }: ChildrenProps) => {
  const { major } = t.value
  const { children, allowedActs } = procedure
  const shown = useSignal(SHOWN)
  const items = useChildren(procedure, shown.value)
  const seen = new Map(items?.map(({ number, ticket }) => [number, ticket]))
  const mayDetach = allowedActs.includes('detach-child')
  return (
    <Part title={children.length > 0 ? `${major.children} (${children.length})` : major.children}>
      {children.length === 0 && <p class="muted">{major.none}</p>}
      <ul class="major-children">
        {children.slice(0, shown.value).map((number) => (
          <Child
            key={number}
            number={number}
            ticket={seen.get(number)}
            onDetach={mayDetach ? () => onDetach(number) : null}
          />
        ))}
      </ul>
      {children.length > shown.value && (
        <button
          type="button"
          class="button not-printed"
          onClick={() => {
            shown.value += AT_A_TIME
          }}
        >
          {major.moreChildren}
        </button>
      )}
      <PartAct act="attach-child" procedure={procedure} begin={begin} />
    </Part>
  )
}
