import { awsDeps } from './aws/deps.ts'
import { s3Files } from './aws/s3-files.ts'
import { ssmSecret } from './aws/ssm-secret.ts'
import { intakeMailHandler } from './intake-mail.ts'

export const handler = intakeMailHandler(awsDeps({ files: s3Files, secret: ssmSecret }))
