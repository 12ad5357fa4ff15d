import type { Construct } from 'constructs'
import { DeskStack } from './desk-stack.ts'
import { MailStack } from './mail-stack.ts'
import { PortalStack } from './portal-stack.ts'
import type { StageSettings } from './stage-settings.ts'
import { StateStack } from './state-stack.ts'

/** One whole desk, in the account and Region that deploy it. */
export const deskStacks = (scope: Construct, settings: StageSettings) => {
  const state = new StateStack(scope, settings)
  const desk = new DeskStack(scope, { settings, state })
  const portal = new PortalStack(scope, { settings, state, desk })
  const mail = new MailStack(scope, { settings, state, desk })
  return { state, desk, portal, mail }
}
