import { call } from '../api/call.ts'
import { announcementOf, putFile, type Sending } from './put-file.ts'

/**
 * INT-15: asks the desk where the file may go and sends it straight there. Answers the id that `attachments` take.
 * @throws Refused, Unreachable, SignedOut
 */
export const sendFile = async (file: File, sending: Sending): Promise<string> => {
  const { id, ...place } = await call('announceUpload', { body: announcementOf(file), signal: sending.signal })
  sending.signal.throwIfAborted()
  await putFile(place, file, sending)
  return id
}
