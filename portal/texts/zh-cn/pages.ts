import type { Texts } from '../texts.ts'

export const pages: Texts['pages'] = {
  myRequests: '我的申报',
  report: '申报与申请',
  forMyself: '我自己的',
  setUp: '系统管理',
}
