import type { Desk } from '../domain/setting/desk.ts'
import type { AlarmChange } from '../domain/ticket/alarm-watch.ts'
import type { Declaration } from '../domain/ticket/command.ts'
import type { Requester } from '../domain/ticket/ticket.ts'

/** Alarms have nobody to answer to. */
export const monitoringRequester: Requester = {
  personId: null,
  name: 'Monitoring',
  email: null,
  phone: null,
  vip: false,
  department: null,
  language: 'en',
  verified: true,
}

const SERVICE_TAG = 'firstline:service'
const ITEM_TAG = 'firstline:item'

/** The item an alarm is about: by its tag, else the one that monitoring knows by one of the metric's dimensions. */
const itemOf = (desk: Desk, change: AlarmChange, tags: Readonly<Record<string, string>>): string | null => {
  const tagged = tags[ITEM_TAG]
  if (tagged) return tagged
  const values = Object.values(change.dimensions)
  const registered = [...desk.items.values()].find(({ externalIds }) => externalIds.some((id) => values.includes(id)))
  return registered?.id ?? values[0] ?? null
}

/** INT-8: an incident with alarm, metric, region, account, item and service from its tags. */
export const declareAlarm = (
  desk: Desk,
  change: AlarmChange,
  tags: Readonly<Record<string, string>>,
  relatedTo: string | undefined,
): { readonly type: 'submit' } & Omit<Declaration, 'number'> => {
  const { alarm } = desk.policy.value
  const item = itemOf(desk, change, tags)
  const tagged = tags[SERVICE_TAG]
  const byItem = item ? desk.items.get(item)?.service : null
  const service = [tagged, byItem, alarm.service].find((id) => id && desk.services.has(id))
  const facts = [
    change.description,
    change.reason,
    `Alarm: ${change.name}`,
    change.metric && `Metric: ${change.metric}`,
    `Region: ${change.region}`,
    `Account: ${change.account}`,
    tagged && !desk.services.has(tagged) && `Tag ${SERVICE_TAG} names an unknown service: ${tagged}`,
  ]
  return {
    type: 'submit',
    kind: 'incident',
    title: `Alarm: ${change.name}`,
    description: facts.filter(Boolean).join('\n'),
    channel: 'alarm',
    requester: monitoringRequester,
    category: alarm.category,
    impact: alarm.impact,
    urgency: alarm.urgency,
    acknowledge: false,
    alarm: change,
    ...(service ? { service } : {}),
    ...(item ? { item } : {}),
    ...(relatedTo ? { relatedTo } : {}),
  }
}
