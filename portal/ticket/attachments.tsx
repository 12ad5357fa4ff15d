import { useSignal } from '@preact/signals'
import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { fileSize } from '../format/time.ts'
import { download } from '../parts/download.ts'
import { t } from '../texts/texts.ts'

type Attachment = TicketForStaff['attachments'][number]

/** More than fit on a screen are shown on request: a mail may bring two hundred. */
const FIRST_SHOWN = 8

const urlOf = (number: string, id: string): string => `/api/v1/tickets/${number}/attachments/${encodeURIComponent(id)}`

export const AttachmentList = ({
  number,
  attachments,
}: {
  readonly number: string
  readonly attachments: readonly Attachment[]
}) => {
  const { shell } = t.value
  const showsAll = useSignal(false)
  if (attachments.length === 0) return null
  const isMany = attachments.length > FIRST_SHOWN
  const shown = showsAll.value ? attachments : attachments.slice(0, FIRST_SHOWN)
  return (
    <ul class="attachments">
      {shown.map(({ id, filename, bytes }, index) => (
        // the same file may have been sent twice
        <li key={index}>
          <button
            type="button"
            class="button"
            title={t.value.ticket.download(filename)}
            onClick={() => void download(urlOf(number, id), filename)}
          >
            <span dir="auto">{filename}</span> <span class="muted number">{fileSize(bytes)}</span>
          </button>
        </li>
      ))}
      {isMany && (
        <li class="not-printed">
          <button
            type="button"
            class="button plain"
            aria-expanded={showsAll.value}
            onClick={() => {
              showsAll.value = !showsAll.value
            }}
          >
            {showsAll.value ? shell.showLess : `${shell.showAll} (${attachments.length})`}
          </button>
        </li>
      )}
    </ul>
  )
}
