import { CloudWatchClient, ListTagsForResourceCommand } from '@aws-sdk/client-cloudwatch'
import type { AlarmTags, Log } from '../../shared/application/ports.ts'

/** INT-8: an incident without its alarm's tags is better than none, so a failure is logged and the tags are empty. */
export const cloudWatchAlarmTags = ({ log }: { readonly log: Log }): AlarmTags => {
  const cloudWatch = new CloudWatchClient()
  return {
    tagsOf: async (alarmArn) => {
      try {
        const { Tags: tags = [] } = await cloudWatch.send(new ListTagsForResourceCommand({ ResourceARN: alarmArn }))
        return Object.fromEntries(tags.flatMap(({ Key: key, Value: value }) => (key ? [[key, value ?? '']] : [])))
      } catch (error) {
        log.error('The tags of an alarm could not be read', error, { alarmArn })
        return {}
      }
    },
  }
}
