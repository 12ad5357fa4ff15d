import { awsDeps } from './aws/deps.ts'
import { ringCanary } from './aws/ring-canary.ts'
import { sesMailer } from './aws/ses-mailer.ts'
import { ssmSecret } from './aws/ssm-secret.ts'
import { selfWatchHandler } from './self-watch.ts'

export const handler = selfWatchHandler(awsDeps({ mailer: sesMailer, secret: ssmSecret }), ringCanary())
