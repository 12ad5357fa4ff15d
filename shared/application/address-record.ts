import type { Address, AddressCommand, AddressEvent, Suppression } from '../domain/address/address.ts'
import { addressId } from '../domain/address/address.ts'
import { ADDRESS_DECIDER } from '../domain/address/address-decider.ts'
import type { Context, RecordKey } from '../domain/record.ts'
import type { Deps } from './deps.ts'
import type { RecordType } from './record-type.ts'

/** Addresses that are not mailed any more, for the desk to see (NOT-6). */
export const SUPPRESSED_ADDRESSES = 'ADDRESS-SUPPRESSED'

export const addressKey = (address: string): RecordKey => ({ kind: 'address', id: addressId(address) })

export const addressRecord: RecordType<Address, AddressCommand, AddressEvent, Context> = {
  kind: 'address',
  decider: ADDRESS_DECIDER,
  context: (base) => Promise.resolve(base),
  updatedAt: ({ updatedAt }) => updatedAt,
  shelve: (address) => ({
    places: address.suppressed
      ? { kind: { key: SUPPRESSED_ADDRESSES, sort: `${address.suppressed.since}#${address.address}` } }
      : {},
    summary: address,
  }),
}

/** Why this address is not mailed; null when it is. */
export const suppressionOf = async (deps: Deps, address: string): Promise<Suppression | null> =>
  (await deps.store.load<Address>(addressKey(address)))?.state.suppressed ?? null
