import { Page } from '../parts/page.tsx'
import { t } from '../texts/texts.ts'
import { DocumentForm } from './document-form.tsx'
import { adminTexts } from './texts.ts'

/** The policy is one document, edited on several pages; the code lists are another. */
const PARTS = {
  priorities: { collection: 'policies', only: ['priorityMatrix', 'criticality', 'defaultUrgency'] },
  promises: { collection: 'policies', only: ['targets', 'warnAtPercent', 'laterTime'] },
  escalation: { collection: 'policies', only: ['escalation'] },
  rules: { collection: 'policies', only: ['closing', 'intake', 'alarm'] },
  'report-recipients': { collection: 'report-settings', only: ['recipients'] },
  codes: { collection: 'codes', only: ['classes', 'channels', 'waitCodes', 'closeCodes', 'notObtainedCodes'] },
} as const

export type SinglePart = keyof typeof PARTS

/** Both documents have this id. */
const ONLY_ID = 'default'

export const singlePage = (part: SinglePart) => () => (
  <div class="admin">
    <Page title={t.value.pages.admin[part]}>
      <div class="stack">
        <p class="muted">{adminTexts.value.about[part]}</p>
        <DocumentForm id={ONLY_ID} {...PARTS[part]} />
      </div>
    </Page>
  </div>
)
