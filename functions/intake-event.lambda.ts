import { cloudWatchAlarmTags } from './aws/cloudwatch-alarm-tags.ts'
import { awsDeps } from './aws/deps.ts'
import { intakeEventHandler } from './intake-event.ts'

export const handler = intakeEventHandler(awsDeps({ alarmTags: cloudWatchAlarmTags }))
