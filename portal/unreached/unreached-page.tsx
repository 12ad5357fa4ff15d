import { Page } from '../parts/page.tsx'
import { hasRole } from '../session/session.ts'
import { t } from '../texts/texts.ts'
import { SilencedAddresses } from './silenced-addresses.tsx'
import { UnheardNotices } from './unheard-notices.tsx'

/** NOT-3, NOT-6: whom the desk could not reach by itself, so that somebody does. */
export const UnreachedPage = () => (
  <Page title={t.value.pages.unreached}>
    <div class="stack">
      <UnheardNotices />
      {hasRole('desk', 'desk-manager') && <SilencedAddresses />}
    </div>
  </Page>
)
