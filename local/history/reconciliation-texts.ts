import type { Language } from '../../shared/domain/language.ts'

/** What is said of how a log and the desk compare, in the words of one language. */
type ReconciliationTexts = {
  readonly desk: string
  readonly alone: string
  readonly column: string
  readonly reassignments: string
  readonly waiting: string
  readonly restored: string
  readonly none: string
  readonly equal: string
  readonly unequal: string
  readonly example: string
  readonly why: Readonly<Record<string, string>>
  readonly totals: string
  readonly differences: string
}

export const RECONCILIATION_TEXTS: Readonly<Record<Language, ReconciliationTexts>> = {
  en: {
    desk: 'Desk',
    alone: 'Counted over the log alone',
    column: 'The log’s own column',
    reassignments: 'Reassignments',
    waiting: 'Waiting time (hours)',
    restored: 'Restored in time',
    none: 'none',
    equal: 'Reassignments and waiting time are those of the log in every case.',
    unequal: 'Cases that differ from a count over the log alone',
    example: 'e.g.',
    why: {
      'reassignments: within-group':
        'Reassignments: the desk counts a change of person within the group, the log counts changes of group only (ESC-6)',
      'reassignments: first-group':
        'Reassignments: the log counts the first group named after the first entry, which to the desk is the first assignment',
      'reassignments: after-solution':
        'Reassignments: the group changed after the solution, when the desk hands nothing on',
      'reassignments: between-entries':
        'Reassignments: the log’s counter moved by more than its entries show, or groups of the log are one group here',
      'reassignments: not-taken-over': 'Reassignments: what the desk refused is missing here',
      'waiting: after-close': 'Waiting: the log goes on after the close, which is final here (CLO-7)',
      'waiting: unexplained': 'Waiting: unexplained',
      'priority: raised': 'Priority: raised by an escalation of the desk (ESC-7)',
      'priority: matrix': 'Priority: impact and urgency give another one by the matrix (PRI-4)',
      'priority: unknown': 'Priority: the policy file does not say what the log’s priority means',
    },
    totals: 'Totals',
    differences: 'Why the log’s own columns say something else (cases)',
  },
  'zh-CN': {
    desk: '服务台',
    alone: '仅按日志统计',
    column: '日志自带列',
    reassignments: '改派次数',
    waiting: '等待时间（小时）',
    restored: '按时恢复',
    none: '无',
    equal: '每张工单的改派次数和等待时间均与日志一致。',
    unequal: '与日志统计不一致的工单',
    example: '例如',
    why: {
      'reassignments: within-group': '改派：服务台统计组内换人，日志只统计换组（ESC-6）',
      'reassignments: first-group': '改派：日志把首条之后首次指定的组也计入，对服务台而言那是首次分派',
      'reassignments: after-solution': '改派：解决之后才换组，此时服务台不再转派',
      'reassignments: between-entries': '改派：日志计数器的变化多于其条目所示，或日志中的多个组在此为同一个组',
      'reassignments: not-taken-over': '改派：缺少服务台拒绝的操作',
      'waiting: after-close': '等待：日志在关闭之后仍继续，而此处关闭即为最终（CLO-7）',
      'waiting: unexplained': '等待：原因不明',
      'priority: raised': '优先级：被服务台的升级提高（ESC-7）',
      'priority: matrix': '优先级：按矩阵由影响和紧急程度得出不同结果（PRI-4）',
      'priority: unknown': '优先级：策略文件未说明日志中该优先级的含义',
    },
    totals: '合计',
    differences: '日志自带列与服务台不同的原因（工单数）',
  },
}
