import { customResource } from './aws/custom-resource.ts'
import { awsDeps } from './aws/deps.ts'
import { putDefaults } from './aws/put-defaults.ts'

export const handler = customResource(putDefaults(awsDeps()))
