import type { Deps } from '../../../shared/application/deps.ts'
import { openLink } from '../../../shared/application/links.ts'
import { permitUpload } from '../../../shared/application/uploads.ts'
import type { BodyOf } from '../../../shared/contract/endpoint.ts'
import type { uploadEndpoints } from '../../../shared/contract/upload-endpoints.ts'
import type { Actor } from '../../../shared/domain/people/actor.ts'
import type { Handler } from '../route.ts'

type Uploads = typeof uploadEndpoints

const permitted = async (deps: Deps, actor: Actor, announced: BodyOf<Uploads['announceUpload']>) => {
  const upload = await permitUpload(deps, actor, announced)
  return { body: { ...upload, method: 'PUT' as const } }
}

export const uploadHandlers: { readonly [Operation in keyof Uploads]: Handler<Uploads[Operation]> } = {
  announceUpload: ({ deps, caller, body }) => permitted(deps, caller.actor, body),
  announceLinkUpload: async ({ deps, params: { token }, body }) =>
    permitted(deps, (await openLink(deps, token)).actor, body),
}
