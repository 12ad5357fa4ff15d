import type { Category, Department, Group, Item, Service } from '../../shared/domain/setting/catalogue.ts'

export const demoGroups: readonly Group[] = [
  { id: 'desk', name: { 'zh-CN': '服务台', en: 'Service desk' }, line: 'desk', lead: 'grace' },
  { id: 'workplace', name: { 'zh-CN': '终端支持', en: 'Workplace support' }, line: 1, lead: 'leo' },
  { id: 'network', name: { 'zh-CN': '网络支持', en: 'Network support' }, line: 1, lead: 'noor' },
  { id: 'first-line', name: { 'zh-CN': '一线轮值', en: 'First-line pool' }, line: 1, lead: null },
  { id: 'platform', name: { 'zh-CN': '平台与应用', en: 'Platforms and applications' }, line: 2, lead: 'petra' },
]

const category = (id: string, chinese: string, english: string, group: string): Category => ({
  id,
  name: { 'zh-CN': chinese, en: english },
  group,
  secondLineGroup: 'platform',
})

export const demoCategories: readonly Category[] = [
  category('email', '邮件', 'E-mail', 'workplace'),
  category('account', '账号与权限', 'Accounts and access', 'workplace'),
  category('hardware', '电脑与外设', 'Computers and devices', 'workplace'),
  category('printing', '打印', 'Printing', 'workplace'),
  category('erp', '业务系统', 'Business applications', 'workplace'),
  category('network', '网络', 'Network', 'network'),
  category('vpn', '远程接入', 'Remote access', 'network'),
  category('website', '网站', 'Website', 'network'),
  category('monitoring', '监控告警', 'Monitoring alarm', 'network'),
]

const OWNER = 'sofia'

export const demoServices: readonly Service[] = [
  {
    id: 'email',
    name: { 'zh-CN': '邮件', en: 'E-mail' },
    criticality: 'important',
    owner: OWNER,
    projectManager: 'paula',
    calendar: 'cn-office',
    businessGroup: 'office',
  },
  {
    id: 'erp',
    name: { 'zh-CN': '企业资源计划', en: 'Enterprise planning' },
    criticality: 'vital',
    owner: OWNER,
    projectManager: 'paula',
    calendar: '24x7',
    businessGroup: 'operations',
  },
  {
    id: 'network',
    name: { 'zh-CN': '办公网络', en: 'Office network' },
    criticality: 'vital',
    owner: OWNER,
    projectManager: 'peng',
    calendar: '24x7',
    businessGroup: 'office',
  },
  {
    id: 'workplace',
    name: { 'zh-CN': '办公终端', en: 'Workplace' },
    criticality: 'normal',
    owner: OWNER,
    projectManager: 'peng',
    calendar: 'cn-office',
    businessGroup: 'office',
  },
  {
    id: 'website',
    name: { 'zh-CN': '公司网站', en: 'Website' },
    criticality: 'important',
    owner: OWNER,
    projectManager: 'paula',
    calendar: 'berlin-office',
    businessGroup: 'operations',
  },
  {
    id: 'infrastructure',
    name: { 'zh-CN': '基础设施', en: 'Infrastructure' },
    criticality: 'important',
    owner: OWNER,
    projectManager: 'peng',
    calendar: '24x7',
    businessGroup: 'operations',
  },
]

export const demoItems: readonly Item[] = [
  { id: 'mail-server-1', name: 'Mail server 1', service: 'email', externalIds: ['i-0d0c000000000mai1', 'mail-1'] },
  { id: 'erp-server-1', name: 'Planning server 1', service: 'erp', externalIds: ['i-0d0c000000000erp1', 'erp-1'] },
  { id: 'erp-database', name: 'Planning database', service: 'erp', externalIds: ['erp-db'] },
  { id: 'core-switch', name: 'Core switch, building A', service: 'network', externalIds: ['sw-a-core'] },
  { id: 'web-server-1', name: 'Web server 1', service: 'website', externalIds: ['i-0d0c000000000web1', 'web-1'] },
  { id: 'printer-3', name: 'Printer, 3rd floor', service: 'workplace', externalIds: ['prn-3'] },
]

export const demoDepartments: readonly Department[] = [
  { id: 'finance', name: { 'zh-CN': '财务部', en: 'Finance' }, head: 'anna', sharesTickets: false },
  { id: 'research', name: { 'zh-CN': '研发部', en: 'Research' }, head: 'mei', sharesTickets: true },
  { id: 'sales', name: { 'zh-CN': '销售部', en: 'Sales' }, head: 'victor', sharesTickets: false },
]
