import { activateMailRules } from './aws/activate-mail-rules.ts'
import { customResource } from './aws/custom-resource.ts'

export const handler = customResource(activateMailRules)
