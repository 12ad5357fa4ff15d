import type { Canary, Road } from '../../shared/domain/watch/canary.ts'
import { alarmEvent, withDetail } from '../support/alarm-events.ts'
import { type DeployedDesk, eventually } from './deployed-desk.ts'

/** Records have such keys in the one table: see docs/single-table.md. */
type Item = { readonly state: { readonly S: string } }

/** What the table has of the first canary along a road. */
export const canaryOn = async (desk: DeployedDesk, road: Road): Promise<Canary | undefined> => {
  const { Items } = await desk.account.ask<{ Items: readonly Item[] }>('dynamodb', 'Scan', {
    TableName: desk.deployment.output('state', 'TableName'),
    FilterExpression: 'begins_with(pk, :canary) AND sk = :record',
    ExpressionAttributeValues: { ':canary': { S: `canary#${road}.` }, ':record': { S: 'record' } },
  })
  return Items.map(({ state }) => JSON.parse(state.S) as Canary).toSorted((a, b) => (a.number < b.number ? -1 : 1))[0]
}

/** The watch sends them out; mail and alarms come back by what SES and CloudWatch do outside. @returns where the mail lies */
export const releaseCanaries = async (desk: DeployedDesk): Promise<string> => {
  const { account } = desk
  await account.invoke(await account.functionNamed('firstline-emulated-mail-SelfWatch'), {})
  const sent = await eventually('the canary’s mail', async () =>
    (await desk.mails()).find(({ subject }) => subject.startsWith('Canary CAN-')),
  )
  const head = [`From: <help@desk.example.com>`, `To: ${sent.to.join(', ')}`, `Subject: ${sent.subject}`]
  const key = await desk.receiveMail([...head, 'Message-ID: <canary@desk.example.com>', '', sent.text].join('\r\n'))
  const AlarmName = 'firstline-emulated-canary'
  const reason = await eventually('the canary’s alarm', async () => {
    const alarms = await account.query('monitoring', { Action: 'DescribeAlarms', 'AlarmNames.member.1': AlarmName })
    return /<StateReason>(Canary [^<]+)/.exec(alarms)?.[1]
  })
  const rung = alarmEvent(AlarmName, 'ALARM', new Date().toISOString())
  await account.deliver(withDetail(rung, { state: { ...rung.detail.state, reason } }))
  return key
}
