import { PAGE_TEXTS } from '../../functions/api/page/page-texts.ts'
import { en as adminEn } from '../../portal/texts/en/admin.ts'
import { en as majorReportEn } from '../../portal/texts/en/major-report.ts'
import { en as managerEn } from '../../portal/texts/en/manager.ts'
import { en as requesterEn } from '../../portal/texts/en/requester.ts'
import { en } from '../../portal/texts/en.ts'
import { zhCn as adminZhCn } from '../../portal/texts/zh-cn/admin.ts'
import { zhCn as majorReportZhCn } from '../../portal/texts/zh-cn/major-report.ts'
import { zhCn as managerZhCn } from '../../portal/texts/zh-cn/manager.ts'
import { zhCn as requesterZhCn } from '../../portal/texts/zh-cn/requester.ts'
import { zhCn } from '../../portal/texts/zh-cn.ts'
import type { Language } from '../../shared/domain/language.ts'

const spokenIn = <L extends Language>(language: L, staff: typeof en, others: object) => ({
  language,
  ...staff,
  ...(others as {
    admin: typeof adminEn
    majorReport: typeof majorReportEn
    manager: typeof managerEn
    requester: typeof requesterEn
  }),
  /** The page behind the link of a mail. */
  link: PAGE_TEXTS[language],
})

/** Every text a person meets, in both languages, from where the portal has them. */
export const SPOKEN = [
  spokenIn('en', en, { admin: adminEn, majorReport: majorReportEn, manager: managerEn, requester: requesterEn }),
  spokenIn('zh-CN', zhCn, {
    admin: adminZhCn,
    majorReport: majorReportZhCn,
    manager: managerZhCn,
    requester: requesterZhCn,
  }),
] as const

export type Spoken = (typeof SPOKEN)[number]
