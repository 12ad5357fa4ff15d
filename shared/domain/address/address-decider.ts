import { actorRef, hasRole } from '../people/actor.ts'
import type { Context, Decider, EventMeta } from '../record.ts'
import { refuse } from '../refusal.ts'
import type { Address, AddressCommand, AddressEvent } from './address.ts'

const KEPT_BOUNCES = 20

type Command<Type> = Extract<AddressCommand, { readonly type: Type }>

const noteFeedback = (state: Address | null, command: Command<'note-feedback'>): readonly AddressEvent[] => {
  const { address, feedbackId, detail, verdict, reportedAt } = command
  const late = state?.releasedAt && reportedAt <= state.releasedAt
  if (late || state?.suppressed || state?.passingBounces.some((bounce) => bounce.feedbackId === feedbackId)) return []
  return verdict === 'may-pass'
    ? [{ type: 'bounce-noted', address, feedbackId, detail }]
    : [{ type: 'suppressed', reason: verdict, address, feedbackId, detail }]
}

const release = (
  state: Address | null,
  { reason }: Command<'release'>,
  { actor }: Context,
): readonly AddressEvent[] => {
  if (!hasRole(actor, 'desk', 'desk-manager', 'administrator')) {
    refuse('forbidden', 'not-your-act', 'Only the desk may allow mail to an address again.')
  }
  if (!state) return refuse('not-found', 'address-unknown', 'No mail has ever come back from this address.')
  if (!state.suppressed) return []
  if (reason.trim() === '') {
    refuse('invalid', 'reason-missing', 'Say why mail will arrive now, for example that the mailbox exists again.')
  }
  return [{ type: 'released', address: state.address, reason: reason.trim(), by: actorRef(actor) }]
}

const evolve = (state: Address | null, event: AddressEvent, { at }: EventMeta): Address => {
  const { address } = event
  const none = { address, suppressed: null, passingBounces: [], releasedAt: null }
  const before: Address = { ...(state ?? none), updatedAt: at }
  switch (event.type) {
    case 'bounce-noted': {
      const bounce = { feedbackId: event.feedbackId, at, detail: event.detail }
      return { ...before, passingBounces: [...before.passingBounces, bounce].slice(-KEPT_BOUNCES) }
    }
    case 'suppressed':
      return { ...before, suppressed: { reason: event.reason, since: at, detail: event.detail } }
    case 'released':
      return { ...before, suppressed: null, passingBounces: [], releasedAt: at }
  }
}

/** NOT-6: an address is not mailed again once its mail bounced for good or its owner complained, until the desk says so. */
export const ADDRESS_DECIDER: Decider<Address, AddressCommand, AddressEvent, Context> = {
  decide: (state, command, context) =>
    command.type === 'release' ? release(state, command, context) : noteFeedback(state, command),
  evolve,
  passTime: () => [],
  wakeAt: () => null,
}
