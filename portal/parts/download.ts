import { request } from '../api/call.ts'
import { explainFailure } from '../api/explain-failure.ts'
import { sayWrong } from '../shell/toasts.tsx'
import { t } from '../texts/texts.ts'
import { saveFile } from './save-file.ts'

/** A download needs the token, so the file is fetched and handed to the browser to save. */
export const download = async (url: string, filename: string): Promise<void> => {
  try {
    const response = await request(url, 'GET')
    saveFile(await response.blob(), filename)
  } catch (error) {
    sayWrong(`${t.value.shell.downloadFailed} ${explainFailure(error)}`)
  }
}
