import { useSignal } from '@preact/signals'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { download } from '../parts/download.ts'
import { LongText } from '../parts/long-text.tsx'
import { t } from '../texts/texts.ts'
import { AttachmentList } from './attachments.tsx'

/** The portal's policy forbids styles in elements, in the frame too; the browser would complain of each of them. */
const withoutStyles = (html: string): string =>
  html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/ style="[^"]*"/g, ''))

/**
 * The mail as it looked, in a frame that may do nothing: no scripts, no forms, no way out. The portal's own policy holds
 * in there too, so nothing is loaded from elsewhere and nobody learns that it was read.
 */
const MailFrame = ({ html }: { readonly html: string }) => {
  const isOpen = useSignal(false)
  return (
    <details
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{t.value.ticket.asMail}</summary>
      {isOpen.value && <iframe class="mail" title={t.value.ticket.asMail} sandbox="" srcdoc={withoutStyles(html)} />}
    </details>
  )
}

/** INT-9: what was reported, in the requester's own words. */
export const Declaration = ({ ticket }: { readonly ticket: TicketForStaff }) => {
  const { ticket: texts } = t.value
  const { number, description, html, mail, attachments } = ticket
  return (
    <article class="card stack tight" aria-label={texts.declaration}>
      <LongText text={description} />
      {html !== null && <MailFrame html={html} />}
      <AttachmentList number={number} attachments={attachments} />
      {mail !== null && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => void download(`/api/v1/tickets/${number}/mail`, `${number}.eml`)}
          >
            {texts.original}
          </button>
        </p>
      )}
    </article>
  )
}
