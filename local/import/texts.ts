import type { Language } from '../../shared/domain/language.ts'
import type { UnknownName } from './names.ts'
import type { WhyLeft } from './take-over.ts'

/** What an import says, in the words of one language. */
type ImportTexts = {
  readonly taken: string
  readonly wouldBeTaken: string
  readonly here: string
  readonly left: string
  readonly entries: string
  readonly headings: {
    readonly left: string
    readonly refused: string
    readonly unknown: string
    readonly reported: string
  }
  readonly why: Readonly<Record<WhyLeft, string>>
  readonly unknown: Readonly<Record<UnknownName['of'], string>>
  readonly reportAgain: string
}

export const IMPORT_TEXTS: Readonly<Record<Language, ImportTexts>> = {
  en: {
    taken: 'Cases taken over',
    wouldBeTaken: 'Cases that would be taken over',
    here: 'Here already',
    left: 'Not taken over',
    entries: 'Entries of the log taken over',
    headings: {
      left: 'Not taken over, and why (cases)',
      refused: 'Taken over without these entries, which the desk does not allow',
      unknown:
        'Names and words that are unknown (cases); say in the policy file what they are here, names under "names"',
      reported: 'Months whose report was made before',
    },
    why: {
      open: 'Still open there',
      unknown: 'Ends in a state that the policy file does not name under "states"',
      twice: 'Stands in the file once more, and was taken over as it stood first',
      later: 'Ends later than now',
      unreadable: 'Cannot be read (the examples are lines of the file)',
      refused: 'Does not end as the desk allows',
    },
    unknown: {
      group: 'Group, taken as "otherwise"',
      category: 'Category, taken as "otherwise"',
      person: 'Person, kept by that name',
      channel: 'Channel, taken as "other"',
      kind: 'Kind, taken as an incident',
      impact: 'Impact, taken as the default or as it was before',
      urgency: 'Urgency, taken as the default or as it was before',
    },
    reportAgain: 'Their figures stay as they were sent. Have a correction made where they should count these tickets:',
  },
  'zh-CN': {
    taken: '已导入工单',
    wouldBeTaken: '将导入工单',
    here: '此前已导入',
    left: '未导入',
    entries: '已导入的日志条目',
    headings: {
      left: '未导入的工单及原因（工单数）',
      refused: '已导入、但略去服务台不允许的条目',
      unknown: '未知的名称和用词（工单数）；请在策略文件中说明其对应含义，名称写在 "names" 中',
      reported: '此前已出月报的月份',
    },
    why: {
      open: '在原系统中尚未关闭',
      unknown: '最后的状态未列于策略文件的 "states" 中',
      twice: '在文件中重复出现，已按首次出现的内容导入',
      later: '结束时间晚于当前时间',
      unreadable: '无法读取（示例为文件行号）',
      refused: '其结局不符合服务台规则',
    },
    unknown: {
      group: '组，按 "otherwise" 导入',
      category: '类别，按 "otherwise" 导入',
      person: '人员，保留原名',
      channel: '渠道，按 "other" 导入',
      kind: '类型，按事件导入',
      impact: '影响范围，按默认值或此前的值导入',
      urgency: '紧急程度，按默认值或此前的值导入',
    },
    reportAgain: '其数字保持发出时的样子。如需计入这些工单，请为以下月份出更正版：',
  },
}
