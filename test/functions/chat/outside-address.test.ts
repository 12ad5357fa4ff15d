import { describe, expect, test } from 'vitest'
import { isOutside, outsideAddressOf } from '../../../functions/chat/outside-address.ts'

const INSIDE = [
  '127.0.0.1',
  '127.1.2.3',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '169.254.170.2',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  'fd00:ec2::254',
  'fe80::1',
  'fc00::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:db8::1',
  'not an address',
]
const OUTSIDE = ['1.1.1.1', '172.15.255.255', '172.32.0.1', '169.253.1.1', '2606:4700:4700::1111', '2400:3200::1']

describe('an address', () => {
  test.each(INSIDE)('%s is none of the public internet [NOT-1]', (address) => expect(isOutside(address)).toBe(false))
  test.each(OUTSIDE)('%s is one [NOT-1]', (address) => expect(isOutside(address)).toBe(true))
})

describe('a name', () => {
  const leadingTo =
    (...addresses: readonly string[]) =>
    async () =>
      addresses.map((address) => ({ address }))

  test('is used by the address it leads to [NOT-1]', async () => {
    expect(await outsideAddressOf('hooks.example', leadingTo('1.1.1.1', '1.0.0.1'))).toBe('1.1.1.1')
  })

  test('that leads inside, if only by one of its addresses, is not [NOT-1]', async () => {
    await expect(outsideAddressOf('x', leadingTo('10.0.0.1'))).rejects.toThrow(/public internet/)
    await expect(outsideAddressOf('x', leadingTo('1.1.1.1', '169.254.169.254'))).rejects.toThrow(/public internet/)
    await expect(outsideAddressOf('x', leadingTo())).rejects.toThrow(/no address/)
    await expect(outsideAddressOf('localhost')).rejects.toThrow(/public internet/)
    await expect(outsideAddressOf('[::1]')).rejects.toThrow(/public internet/)
  })
})
