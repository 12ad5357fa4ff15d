import { attachChild } from '../../../shared/application/major-children.ts'
import type { majorActEndpoints } from '../../../shared/contract/major-endpoints.ts'
import type { Handler } from '../route.ts'
import { answering, doing } from './act.ts'
import { loadSeen } from './seen-ticket.ts'

type Acts = typeof majorActEndpoints

/** MAJ-2 to MAJ-8: what people decide in the procedure of a major incident. */
export const majorActHandlers: { readonly [Act in keyof Acts]: Handler<Acts[Act]> } = {
  demoteMajor: doing((body) => ({ type: 'demote-major', ...body })),
  setMajorRoles: doing((body) => ({ type: 'set-major-roles', ...body })),
  sendOnSite: doing((body) => ({ type: 'send-on-site', ...body })),
  noteArrival: doing((body) => ({ type: 'note-arrival', ...body })),
  requestResource: doing((body) => ({ type: 'request-resource', ...body })),
  arrangeResource: doing((body) => ({ type: 'arrange-resource', ...body })),
  askSecondLine: doing((body) => ({ type: 'ask-second-line', ...body })),
  involveVendor: doing((body) => ({ type: 'involve-vendor', ...body })),
  updateAudience: doing((body) => ({ type: 'update-audience', ...body })),
  reviewSolution: doing((body) => ({ type: 'review-solution', ...body })),
  writeReport: doing((body) => ({ type: 'write-report', ...body })),
  approveReport: doing((body) => ({ type: 'approve-report', ...body })),
  sendReport: doing((body) => ({ type: 'send-report', ...body })),
  attachChild: (call) =>
    answering(call, async () => {
      const { deps, params, body, caller, expectedVersion, idempotency } = call
      await loadSeen(deps, body.child, caller.actor)
      return attachChild(deps, params.number, body.child, caller.actor, { expectedVersion, idempotency })
    }),
  detachChild: doing((body) => ({ type: 'detach-child', ...body })),
}
