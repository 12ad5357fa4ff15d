import { lookup } from 'node:dns/promises'
import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Everything that is not the public internet: this machine, private networks, link-local with the metadata service … */
const INSIDE: readonly (readonly [address: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Of version 6 only global unicast is outside, without those of its ranges that hold an address of version 4. */
const OUTSIDE_6 = new BlockList()
OUTSIDE_6.addSubnet('2000::', 3, 'ipv6')

const INSIDE_LIST = new BlockList()
for (const [address, prefix] of INSIDE) INSIDE_LIST.addSubnet(address, prefix, 'ipv4')
for (const [address, prefix] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  INSIDE_LIST.addSubnet(address, prefix, 'ipv6')
}

/** Whether an address is one of the public internet. */
export const isOutside = (address: string): boolean => {
  if (isIPv4(address)) return !INSIDE_LIST.check(address, 'ipv4')
  return isIPv6(address) && OUTSIDE_6.check(address, 'ipv6') && !INSIDE_LIST.check(address, 'ipv6')
}

/** All addresses a name leads to. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string }[]>

/**
 * The address a name leads to now, to be connected to as it is: asked again, the same name might lead inside.
 * @throws Error when any of its addresses is none of the public internet
 */
export const outsideAddressOf = async (
  host: string,
  resolve: Resolve = (name) => lookup(name, { all: true }),
): Promise<string> => {
  const found = await resolve(host.replaceAll(/^\[|\]$/g, ''))
  const [first] = found
  if (!first) throw new Error(`${host} has no address.`)
  if (!found.every(({ address }) => isOutside(address))) {
    throw new Error(`${host} leads to an address that is not of the public internet.`)
  }
  return first.address
}
