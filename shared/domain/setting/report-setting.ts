import type { Role } from '../people/person.ts'

/** REP-3: who is sent the monthly report: everybody with one of the roles, and these people besides. */
export type ReportSetting = {
  readonly recipients: { readonly roles: readonly Role[]; readonly people: readonly string[] }
}
