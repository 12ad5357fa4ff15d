import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { Instant } from '../parts/instant.tsx'
import { t } from '../texts/texts.ts'

/** Answers that still matter; a proposal that came to nothing stands in the history. */
const SHOWN = { open: 'notice', agreed: 'notice', objected: 'notice wrong', unanswered: 'notice soon' } as const

const isShown = (outcome: string): outcome is keyof typeof SHOWN => outcome in SHOWN

/** SLA-5: the later time the requester was asked for, and what they said. */
export const ProposalNote = ({ ticket: { proposal } }: { readonly ticket: TicketForStaff }) => {
  const { proposal: texts } = t.value.ticket
  if (!proposal || !isShown(proposal.outcome)) return null
  return (
    <div class={SHOWN[proposal.outcome]}>
      <p class="row">
        <strong>{texts.outcomes[proposal.outcome]}</strong>
        <Instant at={proposal.restoreBy} />
        <span class="muted">
          {proposal.by ?? texts.byItself}
          {proposal.dueAt && (
            <>
              {' · '}
              {texts.insteadOf} <Instant at={proposal.dueAt} />
            </>
          )}
        </span>
      </p>
      {(proposal.text ?? proposal.reason) && <p class="said">{proposal.text ?? proposal.reason}</p>}
    </div>
  )
}
