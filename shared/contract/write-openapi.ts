import { writeFileSync } from 'node:fs'
import { api } from './api.ts'
import { openApi } from './openapi.ts'

/** Writes docs/openapi.json from the contract: `npm run openapi`. */
writeFileSync(new URL('../../docs/openapi.json', import.meta.url), `${JSON.stringify(openApi(api), null, 2)}\n`)
