import { CloudWatchClient, ListTagsForResourceCommand } from '@aws-sdk/client-cloudwatch'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { InvalidParameterException, PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, test } from 'vitest'
import { cloudWatchAlarmTags } from '../../../functions/aws/cloudwatch-alarm-tags.ts'
import { eventBridgeBus } from '../../../functions/aws/event-bridge-bus.ts'
import { jsonLog } from '../../../functions/aws/json-log.ts'
import { snsTextMessages } from '../../../functions/aws/sns-text-messages.ts'
import type { RecordedEvent } from '../../../shared/domain/record.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({ BUS_NAME: 'desk-bus' })
const sns = mockClient(SNSClient)
const cloudWatch = mockClient(CloudWatchClient)
const eventBridge = mockClient(EventBridgeClient)
beforeEach(() => {
  for (const client of [sns, cloudWatch, eventBridge]) client.reset()
})

describe('a text message', () => {
  const message = { id: 'n1', to: '+8613800000000', text: '工单超时' }

  test('goes out as one that must arrive [NOT-1]', async () => {
    sns.on(PublishCommand).resolves({ MessageId: 'm1' })
    expect(await snsTextMessages().send(message)).toEqual({ messageId: 'm1' })
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      PhoneNumber: '+8613800000000',
      Message: '工单超时',
      MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
    })
  })

  test('to what is no number is refused for good; other failures may pass [NOT-4]', async () => {
    sns
      .on(PublishCommand)
      .rejectsOnce(new InvalidParameterException({ message: 'no', $metadata: {} }))
      .rejectsOnce(new Error('throttled'))
    await expect(snsTextMessages().send(message)).rejects.toMatchObject({ code: 'channel-refused' })
    await expect(snsTextMessages().send(message)).rejects.toThrow('throttled')
  })
})

describe('the tags of an alarm [INT-8]', () => {
  const ARN = 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:cpu'

  test('are names and values', async () => {
    cloudWatch.on(ListTagsForResourceCommand, { ResourceARN: ARN }).resolves({
      Tags: [
        { Key: 'firstline:service', Value: 'mail' },
        { Key: 'empty', Value: '' },
      ],
    })
    expect(await cloudWatchAlarmTags({ log: jsonLog(() => true) }).tagsOf(ARN)).toEqual({
      'firstline:service': 'mail',
      empty: '',
    })
  })

  test('that cannot be read are none, and the log says why', async () => {
    const lines: string[] = []
    cloudWatch.on(ListTagsForResourceCommand).rejects(new Error('AccessDenied'))
    expect(await cloudWatchAlarmTags({ log: jsonLog((line) => lines.push(line)) }).tagsOf(ARN)).toEqual({})
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        level: 'ERROR',
        alarmArn: ARN,
        error: expect.objectContaining({ message: 'AccessDenied' }),
      }),
    ])
  })
})

describe('what the desk tells the account', () => {
  const event = (index: number, text = ''): RecordedEvent => ({
    id: `e${index}`,
    record: { kind: 'ticket', id: 'INC-2026-000001' },
    version: 1,
    index,
    at: '2026-03-02T01:00:00.000Z',
    actor: { kind: 'system', id: 'clock', name: 'clock' },
    event: { type: 'resolved', ...(text && { text }) },
    changes: {},
  })
  const requests = () => eventBridge.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? [])

  test('is the event as it was recorded, under its record and type', async () => {
    eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0 })
    await eventBridgeBus().publish([event(0)])
    expect(requests()).toEqual([
      [
        {
          EventBusName: 'desk-bus',
          Source: 'firstline',
          DetailType: 'ticket.resolved',
          Time: new Date('2026-03-02T01:00:00.000Z'),
          Detail: JSON.stringify(event(0)),
        },
      ],
    ])
  })

  test('is told in order, ten at a time and never more than EventBridge takes at once', async () => {
    eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0 })
    const events = Array.from({ length: 23 }, (_, index) => event(index, index === 4 ? '字'.repeat(80_000) : ''))
    await eventBridgeBus().publish(events)
    expect(requests().map((entries) => entries.length)).toEqual([10, 10, 3])
    const told = requests()
      .flat()
      .map(({ Detail }) => (JSON.parse(Detail ?? '') as RecordedEvent).id)
    expect(told).toEqual(events.map(({ id }) => id))
    await eventBridgeBus().publish([event(1, 'x'.repeat(200_000)), event(2, 'x'.repeat(100_000))])
    expect(
      requests()
        .slice(3)
        .map((entries) => entries.length),
    ).toEqual([1, 1])
  })

  test('without its text when it is too long for the bus', async () => {
    eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0 })
    await eventBridgeBus().publish([event(0, 'x'.repeat(300_000))])
    const [[entry] = []] = requests()
    expect(JSON.parse(entry?.Detail ?? '')).toMatchObject({ id: 'e0', event: { type: 'resolved' }, shortened: true })
  })

  test('that was taken in part only is an error, so that it is told again', async () => {
    eventBridge.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] })
    await expect(eventBridgeBus().publish([event(0)])).rejects.toThrow('took 0 of 1 events: ThrottlingException')
  })
})
