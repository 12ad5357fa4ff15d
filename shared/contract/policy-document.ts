import * as z from 'zod'
import { IMPACTS, PRIORITIES, URGENCIES } from '../domain/priority/grade.ts'
import type { Policy } from '../domain/setting/policy.ts'
import { code, impact, level, line, priority, urgency } from './fields.ts'
import { type SchemaOf, schema } from './schema.ts'

/** Longer than any promise of a service desk; keeps a slip of the keyboard from reaching past the calendars. */
const MOST_MINUTES = 525_600

const minutes = schema(() => z.int().min(1).max(MOST_MINUTES))
const targetMinutes = schema(() => minutes().nullable().describe('Null: no promise for this step.'))
const percent = schema(() => z.int().min(1).max(1_000))
const count = schema(() => z.int().min(1).max(10_000))

const record = <Key extends string | number, Value extends z.ZodType>(keys: readonly Key[], value: Value) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>)

const targetRow = schema(() =>
  z.strictObject({
    clock: z.enum(['around-the-clock', 'working-time']).describe('What its minutes and its escalations run on.'),
    assignMinutes: targetMinutes(),
    respondMinutes: targetMinutes(),
    restoreMinutes: targetMinutes(),
    confirmMinutes: targetMinutes(),
  }),
)

const escalationCell = schema(() =>
  z.strictObject({
    after: z.union([
      z.strictObject({ minutes: z.int().min(0).max(MOST_MINUTES) }),
      z.strictObject({ workingDays: z.int().min(1).max(365) }),
    ]),
    level: level(),
    assignToLine: z
      .literal([1, 2])
      .exactOptional()
      .describe('Also hand the ticket to this line when the cell falls due.'),
  }),
)

const alarmPolicy = schema(() =>
  z.strictObject({
    resolveAfterOkMinutes: minutes(),
    reopenWithinMinutes: minutes(),
    muteAtFlapsPerHour: count(),
    stormAboveIncidents: count(),
    stormWithinMinutes: minutes(),
    stormImpact: impact()
      .exactOptional()
      .describe('Of the incident a storm hangs under: extensive makes it a candidate for a major incident (MAJ-1).'),
    ignoredNamePrefixes: z.array(line(200)).max(100),
    category: code(),
    service: code(),
    impact: impact(),
    urgency: urgency(),
    systemCloseCode: code(),
  }),
)

const repetition = schema(() =>
  z.strictObject({
    stepMinutes: z.int().min(1).max(1_440).describe('Without an acknowledgement, the next step comes after this.'),
    rounds: z.int().min(0).max(20).describe('How often somebody’s channels are gone through; 0: told once.'),
  }),
)

const rhythm = schema(() => z.strictObject({ everyMinutes: minutes(), graceMinutes: minutes() }))

const majorPolicy = schema(() =>
  z.strictObject({
    silenceMinutes: minutes().describe('Until management knows that nobody has judged it (MAJ-2).'),
    mobiliseMinutes: minutes(),
    firstLineMinutes: minutes().describe('From the candidate moment until the second line is asked (MAJ-3).'),
    secondLineMinutes: minutes().describe('From then until the vendor is.'),
    reviewMinutes: minutes(),
    reportMinutes: minutes(),
    callBackMinutes: minutes(),
    updates: z
      .strictObject({ requesters: rhythm(), management: rhythm() })
      .describe('How often each audience hears of it, and how long after a missed update it escalates (MAJ-4).'),
  }),
)

/** The whole of it is one document: a ticket is judged by one version of it from its recording to its end (ESC-9). */
export const policyDocument = schema(() =>
  z
    .strictObject({
      priorityMatrix: record(IMPACTS, record(URGENCIES, priority())).describe(
        'Impact, then urgency → priority (PRI-4).',
      ),
      criticality: record(
        ['vital', 'important', 'normal'],
        z.strictObject({ defaultImpact: impact(), priorityFloor: priority() }),
      ).describe('What a service’s criticality sets (PRI-5).'),
      defaultUrgency: z.strictObject({ normal: urgency(), vip: urgency() }),
      targets: record(PRIORITIES, targetRow()).describe('Promises by priority (SLA-1).'),
      warnAtPercent: z.int().min(1).max(99).describe('Share of a target at which people are warned (SLA-5).'),
      laterTime: z
        .strictObject({ inWorkPercent: percent(), notBegunPercent: percent() })
        .exactOptional()
        .describe(
          'What is proposed to the requester at the warning, as shares of the target on top of it, by whether somebody has begun (SLA-5); absent: as a new desk has it.',
        ),
      escalation: z.strictObject({
        matrix: record(PRIORITIES, z.array(escalationCell()).max(20)).describe(
          'By priority, in order of time (ESC-1).',
        ),
        reassignmentLimit: z.int().min(1).max(100).describe('This reassignment escalates (ESC-6).'),
        tellDepartmentHeads: z.boolean(),
      }),
      closing: z.strictObject({
        remindAfterWorkingMinutes: minutes(),
        closeAfterWorkingMinutes: minutes(),
        systemCloseCode: code(),
        systemNotObtainedCode: code(),
      }),
      alarm: alarmPolicy(),
      notices: z.strictObject({
        repeat: record(PRIORITIES, repetition()).describe(
          'By priority: repeated until acknowledged (NOT-3). At 3 and 4 that holds for escalations only.',
        ),
        bursts: z
          .strictObject({
            above: z
              .strictObject({ clock: z.int().min(1).max(60), people: z.int().min(1).max(60) })
              .describe('So many messages to one person in a minute go out one by one, by what makes them.'),
            waitSeconds: record(PRIORITIES, z.int().min(5).max(60)).describe(
              'By priority: so long what comes above that, and any alarm, waits to be told in one message with others.',
            ),
          })
          .exactOptional()
          .describe('Bursts become digests (NOT-5); absent: as a new desk has it.'),
      }),
      intake: z.strictObject({
        ticketsPerSenderPerHour: count(),
        acknowledgementsPerSenderPerHour: count(),
        defaultCategory: code(),
        defaultCalendar: code().describe('What tickets without a service are timed by.'),
        linkValidDays: z.int().min(1).max(3_650),
        registerWithinHours: z
          .int()
          .min(1)
          .max(8_760)
          .exactOptional()
          .describe('Until when after its end a major incident may be written down (INT-12); absent: 96.'),
      }),
      major: majorPolicy().exactOptional().describe('The procedure of a major incident; absent: as a new desk has it.'),
    })
    .meta({ id: 'Policy' }),
) satisfies SchemaOf<Policy>
