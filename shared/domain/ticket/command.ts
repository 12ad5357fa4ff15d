import type { Instant } from '../instant.ts'
import type { MajorCommand } from '../major-incident/command.ts'
import type { Impact, Urgency } from '../priority/grade.ts'
import type { AlarmChange } from './alarm-watch.ts'
import type { MailOrigin } from './event.ts'
import type { Imported } from './imported.ts'
import type { MergeCommand } from './merge.ts'
import type { Registration } from './registering.ts'
import type { ReturnedAs } from './screening.ts'
import type {
  Attachment,
  Contact,
  ContactMedium,
  Requester,
  Resolution,
  Satisfaction,
  TicketKind,
  Visibility,
} from './ticket.ts'

/** What a declaration may say about the ticket; what it leaves out is set by defaults (PRI-2, PRI-3, PRI-5). */
export type Declaration = {
  readonly number: string
  readonly kind?: TicketKind | undefined
  readonly class?: string | undefined
  readonly title: string
  readonly description: string
  readonly html?: string | null | undefined
  readonly channel: string
  readonly requester: Requester
  readonly contact?: Contact | undefined
  readonly category?: string | undefined
  readonly service?: string | undefined
  readonly item?: string | undefined
  readonly system?: string | undefined
  readonly impact?: Impact | undefined
  readonly urgency?: Urgency | undefined
  readonly security?: boolean | undefined
  readonly attachments?: readonly Attachment[] | undefined
  readonly mail?: MailOrigin | undefined
  readonly alarm?: AlarmChange | undefined
  readonly relatedTo?: string | undefined
  readonly acknowledge: boolean
  /** INT-12: it is over already; the desk's alone. */
  readonly afterTheFact?: Registration | undefined
  /** API-3: never over HTTP. */
  readonly imported?: Imported | undefined
}

export type TicketCommand =
  /** `submit` is anybody's own report; `record` is the desk's, on somebody's behalf. */
  | ({ readonly type: 'submit' } & Declaration)
  | ({ readonly type: 'record' } & Declaration)
  | {
      readonly type: 'classify'
      readonly kind?: TicketKind | undefined
      readonly class?: string | undefined
      readonly title?: string | undefined
      readonly category?: string | undefined
      readonly service?: string | null | undefined
      readonly item?: string | null | undefined
      readonly system?: string | null | undefined
      readonly security?: boolean | undefined
      readonly impact?: Impact | undefined
      readonly urgency?: Urgency | undefined
      readonly reason?: string | undefined
    }
  | { readonly type: 'assign'; readonly group?: string | undefined; readonly assignee?: string | undefined }
  | {
      readonly type: 'transfer'
      readonly group: string
      readonly assignee?: string | undefined
      readonly category?: string | undefined
      readonly reason: string
    }
  | { readonly type: 'accept' }
  | {
      readonly type: 'contact'
      readonly medium: ContactMedium
      readonly reached: boolean
      readonly note: string
      readonly faultConfirmed: boolean
      readonly gradeAgreed?: boolean | undefined
      readonly handlingTimeAgreedAt?: Instant | undefined
    }
  | {
      readonly type: 'comment'
      readonly text: string
      readonly fullText?: string | undefined
      readonly html?: string | null | undefined
      readonly visibility: Visibility
      readonly attachments?: readonly Attachment[] | undefined
      readonly mail?: MailOrigin | undefined
    }
  | {
      readonly type: 'diagnose'
      readonly cause?: string | undefined
      readonly workaround?: string | undefined
      readonly solution?: string | undefined
    }
  | { readonly type: 'wait'; readonly code: string; readonly reason: string; readonly until?: Instant | undefined }
  | { readonly type: 'resume' }
  | {
      readonly type: 'request-priority-change'
      readonly impact: Impact
      readonly urgency: Urgency
      readonly reason: string
    }
  | { readonly type: 'decide-priority-change'; readonly granted: boolean; readonly reason: string }
  | { readonly type: 'confirm-registration'; readonly confirmed: boolean; readonly reason?: string | undefined }
  | { readonly type: 'escalate'; readonly reason: string }
  | { readonly type: 'propose-time'; readonly restoreBy: Instant; readonly reason: string }
  | {
      readonly type: 'answer-time'
      /** The round of the proposal that is answered. */
      readonly proposal: number
      readonly agreed: boolean
      readonly text?: string | undefined
    }
  | ({ readonly type: 'resolve'; readonly category?: string | undefined } & Resolution)
  | { readonly type: 'confirm'; readonly satisfaction?: Satisfaction | undefined }
  | { readonly type: 'reject'; readonly reason: string }
  | {
      readonly type: 'close'
      readonly code: string
      readonly solution?: string | undefined
      readonly satisfaction?: Satisfaction | undefined
    }
  | { readonly type: 'cancel'; readonly reason: string }
  | { readonly type: 'screen' }
  | { readonly type: 'return'; readonly reason: string; readonly as?: ReturnedAs | undefined }
  | { readonly type: 'insist'; readonly text?: string | undefined }
  | { readonly type: 'decide-service'; readonly serve: boolean; readonly reason: string }
  | MergeCommand
  | MajorCommand
  | ({ readonly type: 'review-rating'; readonly finding: string } & {
      readonly [Part in 'cause' | 'measure' | 'conversation']?: string | undefined
    })
  | { readonly type: 'raise-problem'; readonly problem: string; readonly leftToFindOut?: string | undefined }
  /** Monitoring's and the desk's own, never over HTTP. */
  | { readonly type: 'note-alarm'; readonly change: AlarmChange }
  | { readonly type: 'note-alarm-deleted'; readonly eventId: string }
  /** A wake-up: nothing but the time has passed. */
  | { readonly type: 'wake' }
