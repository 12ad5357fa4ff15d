import { describe, expect, test } from 'vitest'
import { eventBridgeBus } from '../../../functions/aws/event-bridge-bus.ts'
import type { RecordedEvent } from '../../../shared/domain/record.ts'
import { awsOverHttp } from './aws-over-http.ts'
import { withEnvironment } from './environment.ts'

withEnvironment({ BUS_NAME: 'desk-bus' })
const aws = awsOverHttp()
const taken = { status: 200, body: '{"FailedEntryCount":0}' }

type Entry = { readonly DetailType: string; readonly Detail: string }
const requests = () =>
  aws.requests.map(({ body }) => (JSON.parse(body.toString()) as { readonly Entries: readonly Entry[] }).Entries)

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

  test('is the event as it was recorded, under its record and type', async () => {
    aws.answer(taken)
    await eventBridgeBus().publish([event(0)])
    expect(aws.requests[0]?.headers['x-amz-target']).toBe('AWSEvents.PutEvents')
    expect(requests()).toEqual([
      [
        {
          EventBusName: 'desk-bus',
          Source: 'firstline',
          DetailType: 'ticket.resolved',
          Time: Date.UTC(2026, 2, 2, 1) / 1000,
          Detail: JSON.stringify(event(0)),
        },
      ],
    ])
  })

  test('is told in order, ten at a time and never more than EventBridge takes at once', async () => {
    aws.answer(taken, taken, taken, taken, taken)
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
    aws.answer(taken)
    await eventBridgeBus().publish([event(0, 'x'.repeat(300_000))])
    const [[entry] = []] = requests()
    expect(JSON.parse(entry?.Detail ?? '')).toMatchObject({ id: 'e0', event: { type: 'resolved' }, shortened: true })
  })

  test('that was taken in part only is an error, so that it is told again', async () => {
    aws.answer({ status: 200, body: '{"FailedEntryCount":1,"Entries":[{"ErrorCode":"ThrottlingException"}]}' })
    await expect(eventBridgeBus().publish([event(0)])).rejects.toThrow('took 0 of 1 events: ThrottlingException')
  })

  test('and was refused as a whole is one too', async () => {
    aws.answer({ status: 400, body: '{"__type":"AccessDeniedException"}' })
    await expect(eventBridgeBus().publish([event(0)])).rejects.toThrow('400 AccessDeniedException')
  })
})
