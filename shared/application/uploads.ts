import { type Instant, plus } from '../domain/instant.ts'
import { sha256Of } from '../domain/mail/hash.ts'
import { type Actor, actorRef } from '../domain/people/actor.ts'
import { refuse } from '../domain/refusal.ts'
import type { Attachment, Visibility } from '../domain/ticket/ticket.ts'
import { ACCEPTED_TYPES, isOfType } from '../domain/upload/accepted-types.ts'
import { uploadName } from '../domain/upload/upload-name.ts'
import { readUploadToken, UPLOADS_PREFIX, type Upload, uploadToken } from '../domain/upload/upload-token.ts'
import type { Deps } from './deps.ts'
import { attachmentFileKey } from './mail-content.ts'

type Announced = Pick<Upload, 'filename' | 'mimeType' | 'bytes'>

export type PermittedUpload = {
  readonly id: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly expiresAt: Instant
}

const MINUTE_MS = 60_000
const MOST_PER_HOUR = 60
const SENT_WITHIN_MS = 15 * MINUTE_MS
/** As long as the storage keeps what nobody has attached, at least. */
const ATTACHED_WITHIN_MS = 24 * 60 * MINUTE_MS

/** Whose an upload is: a person’s, or that of the holder of one ticket’s link. */
const ownerOf = (actor: Actor): string => {
  const { kind, id } = actorRef(actor)
  return actor.kind === 'link' ? `${kind}:${id}:${actor.ticket}` : `${kind}:${id}`
}

/** Storage costs money, and the holder of a link need not be anybody the desk knows. */
const withinLimit = async ({ store }: Deps, actor: Actor, now: Instant): Promise<void> => {
  const uploads = await store.count(`uploads#${ownerOf(actor)}#${now.slice(0, 13)}`, plus(now, 60 * MINUTE_MS))
  if (uploads > MOST_PER_HOUR)
    refuse('too-many', 'too-many-uploads', 'Too many uploads this hour: try again in the next.')
}

/**
 * INT-15: where the actor may put one file of this type and size, straight into storage.
 * @throws DomainError invalid for a type that is not taken, too-many
 */
export const permitUpload = async (deps: Deps, actor: Actor, announced: Announced): Promise<PermittedUpload> => {
  const { mimeType, bytes } = announced
  if (!ACCEPTED_TYPES.has(mimeType)) {
    const taken = [...ACCEPTED_TYPES.values()].flatMap(({ extensions }) => extensions)
    refuse(
      'invalid',
      'type-not-accepted',
      `Files of type ${mimeType} are not taken. Possible are: ${taken.join(', ')}.`,
    )
  }
  const now = deps.clock.now()
  await withinLimit(deps, actor, now)
  const expiresAt = plus(now, SENT_WITHIN_MS)
  const upload: Upload = {
    key: UPLOADS_PREFIX + deps.newId(),
    owner: ownerOf(actor),
    filename: uploadName(announced.filename, mimeType),
    mimeType,
    bytes,
    until: plus(now, ATTACHED_WITHIN_MS),
  }
  const { url, headers } = await deps.files.uploadUrl(upload.key, { mimeType, bytes, expiresAt })
  return { id: await uploadToken(await deps.secret(), upload), url, headers, expiresAt }
}

const ownUpload = async (deps: Deps, actor: Actor, id: string): Promise<Upload> => {
  const upload = await readUploadToken(await deps.secret(), id)
  if (upload?.owner === ownerOf(actor) && deps.clock.now() < upload.until) return upload
  return refuse(
    'invalid',
    'unknown-upload',
    'An attachment was not uploaded by you, or more than a day ago: upload it again.',
  )
}

const contentOf = async (deps: Deps, { key, filename, bytes, mimeType }: Upload): Promise<Uint8Array> => {
  const content =
    (await deps.files.get(key)) ??
    refuse('invalid', 'upload-missing', `${filename} has not arrived: send it to the address you were given first.`)
  if (content.byteLength !== bytes || !isOfType(content, mimeType)) {
    refuse(
      'invalid',
      'upload-not-as-announced',
      `${filename} is not the file that was announced: ${mimeType}, ${bytes} bytes.`,
    )
  }
  return content
}

/**
 * INT-15: the actor's uploads as attachments, once each has been looked at: that it is there, is theirs, and of the size
 * and type that were announced. One after the other, so that a function never holds two of them.
 * @throws DomainError invalid
 */
export const takeUploads = async (
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
  visibility: Visibility,
): Promise<readonly Attachment[]> => {
  const uploads = await Promise.all([...new Set(ids)].map((id) => ownUpload(deps, actor, id)))
  const attachments: Attachment[] = []
  for (const upload of uploads) {
    const { filename, mimeType, bytes } = upload
    const content = await contentOf(deps, upload)
    const sha256 = await sha256Of(content)
    await deps.files.put(attachmentFileKey({ sha256 }), content, mimeType)
    attachments.push({ id: sha256, filename, mimeType, bytes, sha256, visibility })
  }
  return attachments
}
