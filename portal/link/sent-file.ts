import type { Api } from '../../shared/contract/api.ts'
import type { ResponseOf } from '../../shared/contract/endpoint.ts'
import { announcementOf, putFile, type Sending } from '../form/put-file.ts'

type Announced = ResponseOf<Api['announceLinkUpload']>

/** INT-15: as form/send-file.ts, by the ticket's link instead of a sign-in. @throws Error when the desk or the storage refuses */
export const sentFile = async (to: string, file: File, sending: Sending): Promise<string> => {
  const response = await fetch(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(announcementOf(file)),
    signal: sending.signal,
  })
  if (!response.ok) throw new Error(`${to} answered ${response.status}`)
  const { id, ...place } = (await response.json()) as Announced
  await putFile(place, file, sending)
  return id
}
