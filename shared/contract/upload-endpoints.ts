import * as z from 'zod'
import { ACCEPTED_TYPES, LARGEST_UPLOAD_BYTES } from '../domain/upload/accepted-types.ts'
import { endpoint } from './endpoint.ts'
import { instant, line } from './fields.ts'
import { linkParams } from './link-endpoints.ts'
import { schema } from './schema.ts'

const TAG = 'Uploads'

const announcement = schema(() =>
  z
    .strictObject({
      filename: line(255).describe('Made safe; an extension of the type is added where there is none.'),
      mimeType: z
        .string()
        .regex(/^[\w.+-]+\/[\w.+-]+$/)
        .max(100)
        .describe(`One of: ${[...ACCEPTED_TYPES.keys()].join(', ')}.`),
      bytes: z.int().min(1).max(LARGEST_UPLOAD_BYTES).describe('Its exact size, 25 MB at most.'),
    })
    .meta({ examples: [{ filename: 'screen.png', mimeType: 'image/png', bytes: 48_213 }] }),
)

const upload = schema(() =>
  z
    .strictObject({
      id: z.string().describe('What `attachments` of a ticket or comment take within a day, from the same caller.'),
      url: z.string().describe('Where the content goes, as the whole body; without the caller’s token.'),
      method: z.literal('PUT'),
      headers: z.record(z.string(), z.string()).describe('To be sent with it as they are.'),
      expiresAt: instant().describe('Until when the address takes the content.'),
    })
    .meta({ id: 'Upload' }),
)

const DESCRIPTION =
  'The content goes straight to storage: send it to the address in the answer, then name the id in `attachments`. There it is looked at whether it has the size and type that were announced (INT-15).'
const NOT_TAKEN = 'Fields are missing, wrong or unknown; or files of this type (`type-not-accepted`) are not taken.'

export const uploadEndpoints = {
  announceUpload: endpoint({
    method: 'POST',
    path: '/api/v1/uploads',
    tag: TAG,
    summary: 'Ask where to upload a file',
    description: DESCRIPTION,
    auth: 'signed-in',
    body: announcement,
    status: 201,
    response: upload,
    problems: { 422: NOT_TAKEN },
  }),
  announceLinkUpload: endpoint({
    method: 'POST',
    path: '/api/v1/links/{token}/uploads',
    tag: TAG,
    summary: 'Ask where to upload a file, by the link of a mail',
    description: `For a comment by the same link. ${DESCRIPTION}`,
    auth: 'public',
    params: linkParams,
    body: announcement,
    status: 201,
    response: upload,
    problems: { 404: 'The link is unknown or has expired.', 422: NOT_TAKEN },
  }),
}
