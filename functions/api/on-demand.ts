import { type Api, api, type Operation } from '../../shared/contract/api.ts'
import type { endpointsAtHand } from './at-hand.ts'
import { acknowledgeHandlers } from './handlers/acknowledge.ts'
import { describeApi } from './handlers/describe-api.ts'
import { linkHandlers } from './handlers/links.ts'
import { mailHandlers } from './handlers/mail.ts'
import { majorActHandlers } from './handlers/major-act.ts'
import { noticeHandlers } from './handlers/notices.ts'
import { onCallHandlers } from './handlers/on-call.ts'
import { ownWaysHandlers } from './handlers/own-ways.ts'
import { peopleHandlers } from './handlers/people.ts'
import { listProblems } from './handlers/problem-records.ts'
import { procedureHandlers } from './handlers/procedure.ts'
import { settingHandlers } from './handlers/settings.ts'
import { uploadHandlers } from './handlers/uploads.ts'
import { improvementAnswers } from './improvement/improvement-answers.ts'
import { reportAnswers } from './reports/report-answers.ts'
import type { Handlers } from './route.ts'

type OnDemand = Omit<Api, keyof typeof endpointsAtHand>

/**
 * What answers the rest of the contract, loaded when one of it is first asked for; an operation that is missing does not
 * compile. All of it at once: each group apart would cut all other code into pieces, and to open thirty files takes a start
 * longer than to read them.
 */
export const handlersOnDemand: Handlers<OnDemand> = {
  ...majorActHandlers,
  ...procedureHandlers,
  ...linkHandlers,
  ...acknowledgeHandlers,
  ...uploadHandlers,
  ...noticeHandlers,
  ...mailHandlers,
  listProblems,
  ...reportAnswers,
  ...improvementAnswers,
  ...peopleHandlers,
  ...ownWaysHandlers,
  ...settingHandlers,
  ...onCallHandlers,
  describeApi,
}

const names = Object.keys(handlersOnDemand) as readonly Operation[]

export const endpointsOnDemand = Object.fromEntries(names.map((name) => [name, api[name]])) as OnDemand
