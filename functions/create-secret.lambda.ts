import { createSecret } from './aws/create-secret.ts'
import { customResource } from './aws/custom-resource.ts'

export const handler = customResource(createSecret)
