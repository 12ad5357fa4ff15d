import { expect, test } from 'vitest'
import { MixedLoad } from '../support/mixed-load.ts'
import { storyDesk } from '../support/story-desk.ts'

const desk = storyDesk()

test('under mixed load, with everything sent twice, nothing is lost and nothing is doubled [INT-4] [NOT-4] [SLA-6]', async () => {
  const load = await MixedLoad.on(desk)
  for (let round = 0; round < 3; round += 1) await load.round()
  const faults = await load.faults()
  await desk.letterbox.forget()
  expect(faults).toEqual([])
  expect(load.effects).toBe(3 * 9)
})
