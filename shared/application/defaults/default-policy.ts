import { DEFAULT_MAJOR_POLICY } from '../../domain/major-incident/major-policy.ts'
import { DEFAULT_BURSTS } from '../../domain/notice/bursts.ts'
import type { Priority } from '../../domain/priority/grade.ts'
import { DEFAULT_LATER_TIME, type Policy, type TargetRow } from '../../domain/setting/policy.ts'
import { DEFAULT_REGISTER_WITHIN_HOURS } from '../../domain/ticket/registering.ts'
import { FOR_ALARMS, INFRASTRUCTURE, UNCLASSIFIED } from './default-names.ts'

const HOUR = 60

/** SLA-1; the confirmation is asked for but nobody promises it. */
const targets: Readonly<Record<Priority, TargetRow>> = {
  1: {
    clock: 'around-the-clock',
    assignMinutes: 5,
    respondMinutes: 15,
    restoreMinutes: 4 * HOUR,
    confirmMinutes: null,
  },
  2: {
    clock: 'around-the-clock',
    assignMinutes: 15,
    respondMinutes: 30,
    restoreMinutes: 8 * HOUR,
    confirmMinutes: null,
  },
  3: {
    clock: 'working-time',
    assignMinutes: 30,
    respondMinutes: 2 * HOUR,
    restoreMinutes: 16 * HOUR,
    confirmMinutes: null,
  },
  4: {
    clock: 'working-time',
    assignMinutes: HOUR,
    respondMinutes: 4 * HOUR,
    restoreMinutes: 40 * HOUR,
    confirmMinutes: null,
  },
}

/** ESC-1 to ESC-3, ESC-6 */
const escalation: Policy['escalation'] = {
  matrix: {
    1: [
      { after: { minutes: 0 }, level: 'PM' },
      { after: { minutes: 30 }, level: 'management' },
    ],
    2: [
      { after: { minutes: 0 }, level: 'L2' },
      { after: { minutes: 30 }, level: 'PM' },
      { after: { minutes: 4 * HOUR }, level: 'management' },
    ],
    3: [
      { after: { minutes: 0 }, level: 'L1' },
      { after: { minutes: 30 }, level: 'L2' },
      { after: { minutes: 4 * HOUR }, level: 'PM' },
      { after: { minutes: 12 * HOUR }, level: 'management' },
    ],
    4: [
      { after: { minutes: 30 }, level: 'L1' },
      { after: { minutes: 4 * HOUR }, level: 'L2' },
      { after: { minutes: 12 * HOUR }, level: 'PM' },
      { after: { workingDays: 2 }, level: 'management' },
    ],
  },
  reassignmentLimit: 3,
  tellDepartmentHeads: false,
}

/** INT-8. Scaling alarms ring as part of their work; the desk's own would report a broken desk to itself. */
const alarm: Policy['alarm'] = {
  resolveAfterOkMinutes: 10,
  reopenWithinMinutes: 30,
  muteAtFlapsPerHour: 3,
  stormAboveIncidents: 20,
  stormWithinMinutes: 5,
  stormImpact: 'extensive',
  ignoredNamePrefixes: ['TargetTracking-', 'firstline-'],
  category: FOR_ALARMS,
  service: INFRASTRUCTURE,
  impact: 'moderate',
  urgency: 'high',
  systemCloseCode: 'alarm-cleared',
}

/** NOT-3, NOT-5: the most urgent soonest and most often; 3 and 4 repeat escalations only. */
const notices: Policy['notices'] = {
  repeat: {
    1: { stepMinutes: 5, rounds: 3 },
    2: { stepMinutes: 10, rounds: 2 },
    3: { stepMinutes: 30, rounds: 1 },
    4: { stepMinutes: HOUR, rounds: 1 },
  },
  bursts: DEFAULT_BURSTS,
}

/** What a new desk judges tickets by until an administrator says otherwise. */
export const defaultPolicy: Policy = {
  priorityMatrix: {
    extensive: { critical: 1, high: 1, medium: 2, low: 4 },
    significant: { critical: 1, high: 2, medium: 3, low: 4 },
    moderate: { critical: 2, high: 2, medium: 3, low: 4 },
    minor: { critical: 2, high: 3, medium: 3, low: 4 },
  },
  criticality: {
    vital: { defaultImpact: 'significant', priorityFloor: 3 },
    important: { defaultImpact: 'moderate', priorityFloor: 4 },
    normal: { defaultImpact: 'minor', priorityFloor: 4 },
  },
  defaultUrgency: { normal: 'medium', vip: 'high' },
  targets,
  warnAtPercent: 80,
  laterTime: DEFAULT_LATER_TIME,
  escalation,
  closing: {
    remindAfterWorkingMinutes: 4 * HOUR,
    closeAfterWorkingMinutes: 8 * HOUR,
    systemCloseCode: 'not-confirmed',
    systemNotObtainedCode: 'no-answer',
  },
  alarm,
  notices,
  major: DEFAULT_MAJOR_POLICY,
  intake: {
    ticketsPerSenderPerHour: 60,
    acknowledgementsPerSenderPerHour: 10,
    defaultCategory: UNCLASSIFIED,
    defaultCalendar: 'cn-office',
    linkValidDays: 30,
    registerWithinHours: DEFAULT_REGISTER_WITHIN_HOURS,
  },
}
