import { acknowledgeEndpoints } from './acknowledge-endpoints.ts'
import { actEndpoints } from './act-endpoints.ts'
import { dashboardEndpoints } from './dashboard-endpoints.ts'
import { descriptionEndpoints } from './description-endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { improvementEndpoints } from './improvement-endpoints.ts'
import { linkEndpoints } from './link-endpoints.ts'
import { mailEndpoints } from './mail-endpoints.ts'
import { majorActEndpoints, procedureEndpoints } from './major-endpoints.ts'
import { noticeEndpoints } from './notice-endpoints.ts'
import { onCallEndpoints } from './on-call-endpoints.ts'
import { ownWaysEndpoints } from './own-ways-endpoints.ts'
import { peopleEndpoints } from './people-endpoints.ts'
import { problemRecordEndpoints } from './problem-record-endpoints.ts'
import { reportEndpoints } from './report-endpoints.ts'
import { settingEndpoints } from './setting-endpoints.ts'
import { similarTicketsEndpoint } from './similar-tickets-endpoint.ts'
import { ticketEndpoints } from './ticket-endpoints.ts'
import { uploadEndpoints } from './upload-endpoints.ts'

/** Everything the desk answers over HTTP (API-1), by the operation’s name. */
export const api = {
  ...ticketEndpoints,
  ...similarTicketsEndpoint,
  ...actEndpoints,
  ...majorActEndpoints,
  ...procedureEndpoints,
  ...dashboardEndpoints,
  ...linkEndpoints,
  ...acknowledgeEndpoints,
  ...uploadEndpoints,
  ...noticeEndpoints,
  ...mailEndpoints,
  ...problemRecordEndpoints,
  ...reportEndpoints,
  ...improvementEndpoints,
  ...peopleEndpoints,
  ...ownWaysEndpoints,
  ...settingEndpoints,
  ...onCallEndpoints,
  ...descriptionEndpoints,
} as const satisfies Readonly<Record<string, Endpoint>>

export type Api = typeof api
export type Operation = keyof Api

export const endpoints: readonly Endpoint[] = Object.values(api)
