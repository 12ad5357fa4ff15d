import type { en } from '../en/manager.ts'

export const zhCn: typeof en = {
  dashboard: {
    open: '未关闭',
    missed: '已超时',
    intake: '今日受理',
    ratingReviews: '待复核差评',
    unreached: '未通知到本人',
    byState: '未关闭工单：按状态',
    byPriority: '未关闭工单：按优先级',
    byGroup: '未关闭工单：按小组',
    byChannel: '今日受理：按渠道',
    dueNext: '即将到期',
    allDue: '全部到期工单',
    nothingDue: '没有即将到期的工单。',
    nothing: '无。',
    incomplete: '工单过多，未能全部统计；以下为其中一部分的数字。',
    at: '截至',
    stale: '未更新：无法连接服务台。',
  },
  list: {
    views: {
      open: '未关闭工单',
      missed: '已超时工单',
      due: '即将到期',
      recorded: '今日受理',
      'rating-reviews': '待复核差评',
      'to-close': '已解决待关闭',
      queue: '队列',
      formerly: '原工单号',
    },
    back: '仪表盘',
    without: (label) => `去掉“${label}”`,
    empty: '目前没有这样的工单',
    emptyHint: '统计之后可能刚刚有人处理过。',
  },
}
