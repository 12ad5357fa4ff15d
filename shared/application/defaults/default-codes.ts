import type { Codes } from '../../domain/setting/catalogue.ts'

const WORKING_DAY_MINUTES = 450

const classes: Codes['classes'] = [
  { code: 'fault', name: { 'zh-CN': '故障', en: 'Fault' } },
  { code: 'consultation', name: { 'zh-CN': '咨询', en: 'Consultation' } },
  { code: 'request', name: { 'zh-CN': '服务请求', en: 'Request' } },
  { code: 'complaint', name: { 'zh-CN': '投诉', en: 'Complaint' } },
]

/** INT-1 */
const channels: Codes['channels'] = [
  { code: 'portal', name: { 'zh-CN': '门户', en: 'Portal' }, typedIn: false },
  { code: 'email', name: { 'zh-CN': '电子邮件', en: 'E-mail' }, typedIn: false },
  { code: 'api', name: { 'zh-CN': '接口', en: 'API' }, typedIn: false },
  { code: 'alarm', name: { 'zh-CN': '监控告警', en: 'Monitoring alarm' }, typedIn: false },
  { code: 'hotline', name: { 'zh-CN': '热线电话', en: 'Hotline' }, typedIn: true },
  { code: 'voicemail', name: { 'zh-CN': '语音留言', en: 'Voicemail' }, typedIn: true },
  { code: 'walk-in', name: { 'zh-CN': '来访', en: 'Walk-in' }, typedIn: true },
  { code: 'letter', name: { 'zh-CN': '信函', en: 'Letter' }, typedIn: true },
  { code: 'fax', name: { 'zh-CN': '传真', en: 'Fax' }, typedIn: true },
  { code: 'inspection', name: { 'zh-CN': '巡检', en: 'Inspection' }, typedIn: true },
  { code: 'other', name: { 'zh-CN': '其他', en: 'Other' }, typedIn: true },
]

/** WAI-1 */
const waitCodes: Codes['waitCodes'] = [
  {
    code: 'requester',
    name: { 'zh-CN': '等待用户答复', en: 'Waiting for the requester' },
    stopsClock: true,
    endedBy: 'requester-answer',
    longestStayWorkingMinutes: 3 * WORKING_DAY_MINUTES,
  },
  {
    code: 'change',
    name: { 'zh-CN': '等待变更', en: 'Waiting for a change' },
    stopsClock: true,
    endedBy: 'person',
    longestStayWorkingMinutes: 10 * WORKING_DAY_MINUTES,
  },
  {
    code: 'vendor',
    name: { 'zh-CN': '等待供应商', en: 'Waiting for the vendor' },
    stopsClock: true,
    endedBy: 'person',
    longestStayWorkingMinutes: 5 * WORKING_DAY_MINUTES,
  },
  {
    code: 'parts',
    name: { 'zh-CN': '等待备件', en: 'Waiting for parts' },
    stopsClock: true,
    endedBy: 'person',
    longestStayWorkingMinutes: 5 * WORKING_DAY_MINUTES,
  },
  {
    code: 'appointment',
    name: { 'zh-CN': '等待预约', en: 'Waiting for an appointment' },
    stopsClock: true,
    endedBy: 'date',
    longestStayWorkingMinutes: 10 * WORKING_DAY_MINUTES,
  },
  {
    code: 'observation',
    name: { 'zh-CN': '观察中', en: 'Under observation' },
    stopsClock: false,
    endedBy: 'date',
    longestStayWorkingMinutes: 5 * WORKING_DAY_MINUTES,
  },
]

/** CLO-4 */
const closeCodes: Codes['closeCodes'] = [
  { code: 'solved', name: { 'zh-CN': '已解决', en: 'Solved' }, bySystem: false },
  { code: 'workaround', name: { 'zh-CN': '临时方案', en: 'Worked around' }, bySystem: false },
  { code: 'no-fault-found', name: { 'zh-CN': '未发现故障', en: 'No fault found' }, bySystem: false },
  { code: 'withdrawn', name: { 'zh-CN': '用户撤回', en: 'Withdrawn by the requester' }, bySystem: false },
  { code: 'declined', name: { 'zh-CN': '不予受理', en: 'Declined' }, bySystem: false },
  { code: 'not-confirmed', name: { 'zh-CN': '逾期未确认', en: 'Not confirmed in time' }, bySystem: true },
  { code: 'alarm-cleared', name: { 'zh-CN': '告警已恢复', en: 'Alarm cleared' }, bySystem: true },
  { code: 'merged', name: { 'zh-CN': '已合并', en: 'Merged' }, bySystem: true },
]

/** CLO-6 */
const notObtainedCodes: Codes['notObtainedCodes'] = [
  { code: 'no-answer', name: { 'zh-CN': '未答复', en: 'No answer' }, bySystem: false },
  { code: 'declined', name: { 'zh-CN': '拒绝评价', en: 'Declined to rate' }, bySystem: false },
  { code: 'merged', name: { 'zh-CN': '已合并', en: 'Merged' }, bySystem: true },
]

/** The lists a new desk starts with; an administrator edits them as one page. */
export const defaultCodes: Codes = { classes, channels, waitCodes, closeCodes, notObtainedCodes }
