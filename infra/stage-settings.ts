import type { App } from 'aws-cdk-lib'
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import * as z from 'zod'
import { LANGUAGES } from '../shared/domain/language.ts'

const httpsOrigin = z
  .string()
  .regex(/^https:\/\/[^/\s]+$/, 'must be an origin such as https://desk.example.com, without a trailing slash')

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const logRetentionDays = z.custom<RetentionDays>(
  (days) => typeof days === 'number' && days !== RetentionDays.INFINITE && days in RetentionDays,
  'must be a number of days that CloudWatch Logs offers, such as 30, 90 or 365',
)

/** What differs from one deployment to the next; everything else is in the code. See docs/deploy.md. */
const StageSettings = z.strictObject({
  deskName: z.string().min(1),
  /** Mail to it becomes tickets, mail from the desk comes from it; SES has to receive for its domain. */
  deskAddress: z.email(),
  /** Route 53's zone of the address' domain, to have the DNS records made; null leaves them to whoever keeps the domain. */
  hostedZoneId: z
    .string()
    .regex(/^Z[0-9A-Z]+$/, 'must be an id such as Z0123456789ABC')
    .nullable(),
  /** Where people find the portal, which links lead to; null until the first deployment has told. */
  publicUrl: httpsOrigin.nullable(),
  /** For the host of publicUrl, when that is a name of the company's own; CloudFront takes certificates of one Region only. */
  certificateArn: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/\S+$/, 'must be the ARN of a certificate in us-east-1')
    .nullable(),
  /** The first part of the sign-in pages' host name; no two user pools of a Region may share it. */
  signInPrefix: z
    .string()
    .regex(/^(?!.*(aws|cognito))[a-z0-9](-?[a-z0-9])*$/, 'must be lower-case letters, digits and single hyphens'),
  /** Where else than to the portal sign-in may return to. */
  signInCallbackUrls: z.array(z.url()),
  /** Who gets a mail when the desk itself is in trouble: not the desk's own address. */
  alarmRecipients: z.array(z.email()).min(1),
  /** SES has one active receipt rule set; true switches off whatever is active now. */
  replaceActiveRuleSet: z.boolean(),
  logRetentionDays,
  /** So many minutes of the desk's working time without any mail tell somebody: by its default calendar. */
  mailSilenceMinutes: z.int().min(30),
  /** Where the desk's days begin, and whose office hours a new desk starts with; afterwards its calendars are data (SLA-3). */
  timeZone: z.string().refine(isTimeZone, 'must be a name of the time zone database, such as Asia/Shanghai'),
  /** Which the desk speaks, the first to whoever shows no other; people in its directory have one of their own. */
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .refine((all) => new Set(all).size === all.length, 'must name each language once'),
  limits: z.strictObject({
    /** What the gateway lets through, over all callers (API-1); a browser's page asks for some five at once. */
    requestsPerSecond: z.int().min(1).max(10_000),
    requestsAtOnce: z.int().min(1).max(5_000),
  }),
  /** A table that was restored, to work on instead of the stage's own: the last line of `npm run desk -- drill`. */
  restoredTable: z
    .strictObject({
      name: z.string().regex(/^[\w.-]{3,255}$/, 'must be the name of a table'),
      stream: z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]+$/, 'must be the label of its stream'),
    })
    .optional(),
  /** True: nobody outside hears of it, whatever is done: for a stage that tries a restored table out. */
  rehearsal: z.boolean().optional(),
  /** An instance of Amazon Connect that calls people and reads notices to them; absent: there are call tasks only. */
  telephone: z
    .strictObject({
      instanceId: z.uuid(),
      contactFlowId: z.uuid(),
      sourceNumber: z.string().regex(/^\+\d{6,15}$/, 'must be a number such as +49301234567'),
    })
    .optional(),
})

const consistent = StageSettings.refine(({ deskAddress, alarmRecipients }) => !alarmRecipients.includes(deskAddress), {
  path: ['alarmRecipients'],
  message: 'must not be the desk itself',
})
  .refine(({ publicUrl, certificateArn }) => certificateArn === null || publicUrl !== null, {
    path: ['certificateArn'],
    message: 'is for the host of publicUrl, which is null',
  })
  .refine(({ publicUrl, signInCallbackUrls }) => publicUrl !== null || signInCallbackUrls.length > 0, {
    path: ['signInCallbackUrls'],
    message: 'must name one address while publicUrl is null',
  })

export type StageSettings = Readonly<z.output<typeof StageSettings>> & { readonly stage: string }

/** What is wrong with the settings, in one line for whoever edits them. */
export class SettingsError extends Error {}

/** What every name begins with; the desk ignores alarms of such a name (INT-8). */
export const prefixOf = ({ stage }: { readonly stage: string }): string => `firstline-${stage}-`

/** The one alarm with such a name that the desk listens to: see infra/self-watch.ts. */
export const canaryAlarmOf = (settings: { readonly stage: string }): string => `${prefixOf(settings)}canary`

/** The domain SES sends and receives for. */
export const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1)

/** A name of the company's own for the portal, and the certificate that proves it. */
export type OwnDomain = { readonly host: string; readonly certificateArn: string }

/** Null: the portal has the name that CloudFront gives it. */
export const ownDomainOf = ({ publicUrl, certificateArn }: StageSettings): OwnDomain | null =>
  publicUrl && certificateArn ? { host: new URL(publicUrl).host, certificateArn } : null

/** The portal has people sent back to its root: see portal/session/hosted-sign-in.ts. */
export const callbackUrlsOf = ({ publicUrl, signInCallbackUrls }: StageSettings): readonly string[] => [
  ...new Set([...(publicUrl ? [`${publicUrl}/`] : []), ...signInCallbackUrls]),
]

/** The settings of the stage that `-c stage=…` names. @throws SettingsError */
export const stageSettings = (app: App): StageSettings => {
  const stage = String(app.node.tryGetContext('stage'))
  const stages: unknown = app.node.tryGetContext('stages')
  const known = stages && typeof stages === 'object' ? Object.entries(stages) : []
  const entry = known.find(([name]) => name === stage)
  if (!entry) {
    const names = known.map(([name]) => name).join(', ') || 'none'
    throw new SettingsError(`There is no stage "${stage}" in cdk.context.json (there: ${names}).`)
  }
  if (!/^[a-z][a-z0-9]{0,15}$/.test(stage)) {
    throw new SettingsError(`The stage name "${stage}" must be 1 to 16 lower-case letters and digits.`)
  }
  return { ...checked(stage, entry[1]), stage }
}

const checked = (stage: string, settings: unknown): z.output<typeof StageSettings> => {
  const { data, error } = consistent.safeParse(settings)
  if (data) return data
  const wrong = error.issues.map(({ path, message }) => `${path.join('.') || 'the stage'}: ${message}`)
  throw new SettingsError(`cdk.context.json, stage "${stage}": ${wrong.join('; ')}`)
}
