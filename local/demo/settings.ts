import { defaultSettings, type NamedSetting } from '../../shared/application/defaults/default-settings.ts'
import { berlinOffice } from './berlin-calendar.ts'
import { demoCategories, demoDepartments, demoGroups, demoItems, demoServices } from './catalogue.ts'
import { demoChatChannels } from './chat-channels.ts'
import { demoRotas } from './rotas.ts'

const ofDemo: readonly NamedSetting[] = [
  { kind: 'calendar', id: berlinOffice.id, value: berlinOffice },
  ...demoGroups.map((value) => ({ kind: 'group' as const, id: value.id, value })),
  ...demoCategories.map((value) => ({ kind: 'category' as const, id: value.id, value })),
  ...demoServices.map((value) => ({ kind: 'service' as const, id: value.id, value })),
  ...demoItems.map((value) => ({ kind: 'item' as const, id: value.id, value })),
  ...demoChatChannels.map((value) => ({ kind: 'chat-channel' as const, id: value.id, value })),
  ...demoDepartments.map((value) => ({ kind: 'department' as const, id: value.id, value })),
  ...demoRotas.map((value) => ({ kind: 'rota' as const, id: value.id, value })),
]

/** What every new desk has, with the demo customer's own in place of it where both name the same. */
export const demoSettings: readonly NamedSetting[] = [
  ...new Map([...defaultSettings, ...ofDemo].map((setting) => [`${setting.kind}/${setting.id}`, setting])).values(),
]
