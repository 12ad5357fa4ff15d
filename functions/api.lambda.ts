import { apiHandler } from './api.ts'
import { awsDeps } from './aws/deps.ts'
import { s3Files } from './aws/s3-files.ts'
import { ssmSecret } from './aws/ssm-secret.ts'

export const handler = apiHandler(awsDeps({ files: s3Files, secret: ssmSecret }))
