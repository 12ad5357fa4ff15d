import type { TicketForStaff } from '../../shared/contract/ticket-view.ts'
import { PhoneLink } from '../parts/phone-link.tsx'
import { VipTag } from '../parts/state-tag.tsx'
import { departmentName } from '../settings/names.ts'
import { t } from '../texts/texts.ts'

/** Who asked, how to reach them, and where the fault is (INT-9). */
export const RequesterCard = ({ ticket: { requester, contact } }: { readonly ticket: TicketForStaff }) => {
  const { ticket: texts, words } = t.value
  const facts = [
    [texts.phone, requester.phone && <PhoneLink phone={requester.phone} />],
    [texts.email, requester.email && <a href={`mailto:${requester.email}`}>{requester.email}</a>],
    [texts.department, requester.department && departmentName(requester.department)],
    [texts.place, contact?.place],
    [texts.contactThere, contact?.name],
    [texts.contactThere, contact?.phone && contact.phone !== requester.phone && <PhoneLink phone={contact.phone} />],
  ] as const
  return (
    <section class="card stack tight" aria-label={words.requester}>
      <h2 class="row">
        <span dir="auto">{requester.name}</span> {requester.vip && <VipTag />}
        {!requester.verified && (
          <span class="tag soon" title={texts.unverifiedHint}>
            {texts.unverified}
          </span>
        )}
      </h2>
      {!requester.verified && <p class="muted">{texts.unverifiedHint}</p>}
      <dl class="facts">
        {facts
          .filter(([, fact]) => fact)
          .map(([label, fact], index) => (
            <>
              <dt key={index}>{label}</dt>
              <dd>
                <bdi>{fact}</bdi>
              </dd>
            </>
          ))}
      </dl>
    </section>
  )
}
