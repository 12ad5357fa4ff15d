import { Refused } from '../api/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Page } from '../parts/page.tsx'
import { go } from '../place/location.ts'
import type { Params } from '../place/places.ts'
import { t } from '../texts/texts.ts'
import { COLUMNS, type Listed } from './columns.ts'
import { DocumentForm } from './document-form.tsx'
import { MonthPreview } from './month-preview.tsx'
import { documentName } from './references.ts'
import { adminTexts } from './texts.ts'

const isListed = (name: string): name is Listed => name in COLUMNS

/** What administrators know it by; the id beside it, which is what other documents name. */
const titleOf = (collection: Listed, id: string): string => {
  const name = documentName(collection, id)
  return name === id ? id : `${name} · ${id}`
}

const unknownPlace = new Refused({ type: 'about:blank', title: '', status: 404, code: 'unknown-place', detail: '' })

/** One document of the settings or one person: /admin/services/email, /admin/services/new. */
export const DocumentPage = ({ params }: { readonly params: Params }) => {
  const { collection = '', id = '' } = params
  const { edit } = adminTexts.value
  if (!isListed(collection)) return <FailureNote error={unknownPlace} onAgain={() => undefined} />
  const list = t.value.pages.admin[collection]
  const isNew = id === 'new'
  return (
    <div class="admin">
      <Page
        title={isNew ? edit.new(list) : `${list}: ${titleOf(collection, id)}`}
        above={
          <p class="over">
            <a href={`/admin/${collection}`}>{edit.back(list)}</a>
          </p>
        }
      >
        <DocumentForm
          collection={collection}
          id={isNew ? null : id}
          {...(isNew && { onSaved: (savedAs) => go(`/admin/${collection}/${encodeURIComponent(savedAs)}`, 'replace') })}
          {...(collection === 'calendars' && { above: (calendar) => <MonthPreview calendar={calendar} /> })}
        />
      </Page>
    </div>
  )
}
