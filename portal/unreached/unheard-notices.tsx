import { useSignal } from '@preact/signals'
import { type AnswerOf, call, urlOfCall } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { Instant } from '../parts/instant.tsx'
import { PriorityMark } from '../parts/priority-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { hasRole } from '../session/session.ts'
import { say, sayWrong } from '../shell/toasts.tsx'
import { ListSection } from './list-section.tsx'
import { unreachedTexts } from './texts.ts'

type Notice = AnswerOf<'listNotices'>['items'][number]
type OfNotice = { readonly notice: Notice }

const QUERY = { view: 'failed', limit: 100 } as const

const Tried = ({ notice: { status, routes } }: OfNotice) => {
  const texts = unreachedTexts.value
  const why = status === 'undeliverable' ? texts.status.undeliverable : texts.status.unanswered
  return (
    <>
      <span class="tag late">{why}</span>
      <span class="muted" dir="auto">
        {texts.tried} {routes.map(({ channel, address }) => `${texts.channels[channel]} ${address}`).join(' · ')}
      </span>
    </>
  )
}

/** What the carrier said, in its own words. */
const Failure = ({ notice: { failure } }: OfNotice) =>
  failure ? (
    <p class="muted long-line">
      {unreachedTexts.value.said(unreachedTexts.value.channels[failure.channel])} <bdi>{failure.detail}</bdi>
    </p>
  ) : null

const Also = ({ notice: { also } }: OfNotice) =>
  also === undefined || also.length === 0 ? null : (
    <p class="row muted">
      {unreachedTexts.value.also}
      {also.map(({ number }) => (
        <a key={number} class="number" href={`/tickets/${number}`}>
          {number}
        </a>
      ))}
    </p>
  )

const ToldButton = ({ notice: { id, recipient }, onDone }: OfNotice & { readonly onDone: () => void }) => {
  const texts = unreachedTexts.value
  const isSaving = useSignal(false)
  const acknowledge = async () => {
    isSaving.value = true
    try {
      await call('acknowledgeNotice', { params: { id } })
      say(texts.toldDone(recipient.name))
      onDone()
    } catch (error) {
      sayWrong(explainFailure(error))
    } finally {
      isSaving.value = false
    }
  }
  return (
    <button type="button" class="button" disabled={isSaving.value} onClick={() => void acknowledge()}>
      {texts.told} <span class="only-read-aloud">{recipient.name}</span>
    </button>
  )
}

const NoticeCard = ({ notice, onDone }: OfNotice & { readonly onDone: () => void }) => (
  <li class="card stack tight">
    <p class="head">
      <PriorityMark priority={notice.priority} />
      <a href={`/tickets/${notice.ticket}`} dir="auto">
        <span class="number">{notice.ticket}</span> {notice.title}
      </a>
      <span class="muted">
        <Instant at={notice.plannedAt} as="relative" />
      </span>
    </p>
    <Also notice={notice} />
    <p class="row">
      <strong dir="auto">{notice.recipient.name}</strong>
      <Tried notice={notice} />
    </p>
    <Failure notice={notice} />
    {hasRole('desk', 'desk-manager') && (
      <p>
        <ToldButton notice={notice} onDone={onDone} />
      </p>
    )}
  </li>
)

/** NOT-3: notices no channel of which worked, or that nobody ever acknowledged; the desk tells them and says so. */
export const UnheardNotices = () => {
  const texts = unreachedTexts.value
  const { value, error, again } = useLoaded('failed-notices', (signal) => call('listNotices', { query: QUERY, signal }))
  return (
    <ListSection
      title={texts.notices}
      hint={texts.noticesHint}
      empty={texts.noNotices}
      emptyHint={texts.noNoticesHint}
      page={value.value}
      error={error.value}
      onAgain={again}
      csvUrl={urlOfCall('listNotices', { query: { view: 'failed' } })}
      draw={(notice) => <NoticeCard key={notice.id} notice={notice} onDone={again} />}
    />
  )
}
