import type { ReportView } from '../../shared/contract/report-view.ts'
import { param } from '../place/location.ts'

export type CutBy = ReportView['cuts'][number]['by']
export type Part = 'all' | 'numerator' | 'rest'

export type Behind = {
  readonly month: string
  readonly id: string
  readonly part?: Part
  readonly cut?: { readonly by: CutBy; readonly of: string | null }
}

/** The edition somebody looks at; null: the newest. */
export const editionInAddress = (): number | null => {
  const edition = Number(param('edition') ?? '')
  return Number.isInteger(edition) && edition > 0 ? edition : null
}

/** Where the tickets behind a figure are listed (REP-1), of the edition one looks at. */
export const behindHref = ({ month, id, part = 'all', cut }: Behind): string => {
  const edition = editionInAddress()
  const query = new URLSearchParams({
    ...(part !== 'all' && { part }),
    ...(cut && { by: cut.by, of: cut.of ?? '' }),
    ...(edition !== null && { edition: String(edition) }),
  }).toString()
  return `/reports/${month}/figures/${id}${query === '' ? '' : `?${query}`}`
}
