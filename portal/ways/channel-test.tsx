import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { Instant } from '../parts/instant.tsx'
import { sayWrong } from '../shell/toasts.tsx'
import type { ChannelOption } from './channel-option.ts'
import type { OwnWays } from './own-ways.ts'
import { waysTexts } from './texts.ts'

type Test = OwnWays['tests'][number]

const isOf = (channel: string, test: Test): boolean =>
  channel.startsWith('chat:')
    ? test.channel === 'chat' && test.address === channel.slice('chat:'.length)
    : test.channel === channel

/** Looked for again while it is under way: sending follows by itself, a moment later. */
const LOOKS = 20
const LOOK_MS = 1_000

const useOutcome = (test: Test | undefined, onAsked: Props['onAsked']): void => {
  const isOpen = test?.outcome === 'under-way'
  useEffect(() => {
    if (!isOpen) return
    let looks = 0
    const timer = setInterval(() => {
      looks += 1
      if (looks >= LOOKS) clearInterval(timer)
      call('getOwnChannels', { inBackground: true }).then(onAsked, () => undefined)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [isOpen])
}

const Outcome = ({ test }: { readonly test: Test }) => {
  const { tests } = waysTexts.value
  return (
    <span role="status" class={test.outcome === 'failed' ? 'wrong' : 'muted'}>
      {tests[test.outcome]} {test.outcome !== 'under-way' && <Instant at={test.askedAt} as="relative" />}
      {test.detail !== null && (
        <span class="detail" dir="auto">
          {test.detail}
        </span>
      )}
    </span>
  )
}

type Props = {
  readonly own: OwnWays
  readonly option: ChannelOption
  /** What is not saved cannot be tested. */
  readonly isChanged: boolean
  readonly onAsked: (own: OwnWays) => void
}

/** NOT-2: sends oneself a message by this way, and says what came of the last. */
export const ChannelTest = ({ own, option: { channel, label, lack }, isChanged, onAsked }: Props) => {
  const texts = waysTexts.value
  const isAsking = useSignal(false)
  const last = own.tests.find((test) => isOf(channel, test))
  useOutcome(last, onAsked)
  const ask = async (): Promise<void> => {
    if (isChanged || isAsking.value) return
    isAsking.value = true
    try {
      const test = await call('testOwnChannel', { body: { channel: channel as OwnWays['channels'][number] } })
      onAsked({ ...own, tests: [test, ...own.tests] })
    } catch (error) {
      sayWrong(explainFailure(error))
    } finally {
      isAsking.value = false
    }
  }
  if (lack !== null) return null
  return (
    <span class="row test">
      <button
        type="button"
        class="button"
        aria-disabled={isChanged || isAsking.value || last?.outcome === 'under-way'}
        title={isChanged ? texts.saveFirst : undefined}
        onClick={() => void ask()}
      >
        {texts.test} <span class="only-read-aloud">{label}</span>
      </button>
      {last && <Outcome test={last} />}
    </span>
  )
}
