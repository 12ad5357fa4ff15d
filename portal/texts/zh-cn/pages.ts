import type { Texts } from '../texts.ts'

export const pages: Texts['pages'] = {
  myRequests: '我的申报',
  report: '申报与申请',
  forMyself: '我自己的',
  unreached: '未通知到',
  dashboard: '仪表盘',
  reports: '月报',
  improvement: '改进计划',
  onCall: '值班',
  setUp: '系统管理',
  admin: {
    people: '人员',
    groups: '支持小组',
    categories: '类别',
    services: '服务',
    items: '配置项',
    departments: '部门',
    priorities: '优先级',
    promises: '服务承诺',
    escalation: '升级策略',
    rules: '规则',
    calendars: '日历',
    rotas: '值班表',
    codes: '代码表',
    refusals: '被拒绝的操作',
  },
}
