import type { Api } from '../../../shared/contract/api.ts'
import { api } from '../../../shared/contract/api.ts'
import { openApi } from '../../../shared/contract/openapi.ts'
import type { Handler } from '../route.ts'

let description: ReturnType<typeof openApi> | undefined

/** Made from the contract when it is first asked for: it takes a moment, and few ask. */
export const describeApi: Handler<Api['describeApi']> = () => {
  description ??= openApi(api)
  return Promise.resolve({ body: description })
}
