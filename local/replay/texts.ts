import type { Language } from '../../shared/domain/language.ts'

/** What a replay says, in the words of one language. */
type ReplayTexts = {
  readonly cases: string
  readonly entries: string
  readonly events: string
  readonly seconds: string
  readonly processor: string
  readonly memory: string
  readonly headings: {
    readonly escalations: string
    readonly sent: string
    readonly refused: string
    readonly unreadable: string
    readonly month: string
  }
}

export const REPLAY_TEXTS: Readonly<Record<Language, ReplayTexts>> = {
  en: {
    cases: 'Cases',
    entries: 'Entries of the log',
    events: 'Events of the desk',
    seconds: 'Seconds',
    processor: 'Processor seconds',
    memory: 'Most memory (MB)',
    headings: {
      escalations: 'Escalations by trigger and level',
      sent: 'What would have been sent',
      refused: 'What the desk does not allow, and left out',
      unreadable: 'Lines that could not be read',
      month: 'Report of',
    },
  },
  'zh-CN': {
    cases: '工单',
    entries: '日志条目',
    events: '服务台事件',
    seconds: '用时（秒）',
    processor: '处理器用时（秒）',
    memory: '内存峰值（MB）',
    headings: {
      escalations: '按触发原因和级别的升级',
      sent: '本应发出的通知',
      refused: '服务台不允许、因而未执行的操作',
      unreadable: '无法读取的行',
      month: '月报',
    },
  },
}
