import { awsDeps } from './aws/deps.ts'
import { s3Files } from './aws/s3-files.ts'
import { sesMailer } from './aws/ses-mailer.ts'
import { reportHandler } from './report.ts'

export const handler = reportHandler(awsDeps({ files: s3Files, mailer: sesMailer }))
