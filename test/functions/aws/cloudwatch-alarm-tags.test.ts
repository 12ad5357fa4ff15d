import { CloudWatchClient, ListTagsForResourceCommand } from '@aws-sdk/client-cloudwatch'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, test } from 'vitest'
import { cloudWatchAlarmTags } from '../../../functions/aws/cloudwatch-alarm-tags.ts'
import { jsonLog } from '../../../functions/aws/json-log.ts'

const cloudWatch = mockClient(CloudWatchClient)
beforeEach(() => {
  cloudWatch.reset()
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
