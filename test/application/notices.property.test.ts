import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { agent, engineer, type Fault, NoticeDesk } from './notice-desk.ts'

let desk: NoticeDesk
beforeAll(async () => {
  desk = await NoticeDesk.open()
})

type Step =
  | { readonly does: 'deliver'; readonly line: number }
  | { readonly does: 'deliver-all-at-once' }
  | { readonly does: 'wait'; readonly minutes: number }
  | { readonly does: 'wake' }
  | { readonly does: 'fault'; readonly kind: 'throttled' | 'died-after-sending' }

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(40).map((line): Step => ({ does: 'deliver', line })) },
    fc.constant<Step>({ does: 'deliver-all-at-once' }),
    fc.constantFrom(1, 3, 20).map((minutes): Step => ({ does: 'wait', minutes })),
    { weight: 2, arbitrary: fc.constant<Step>({ does: 'wake' }) },
    fc.constantFrom('throttled' as const, 'died-after-sending' as const).map((kind): Step => ({ does: 'fault', kind })),
  ),
  { maxLength: 15 },
)

/** Any one notice may meet them all and still have attempts left. */
const MOST_FAULTS = 1

const take = async (step: Step): Promise<void> => {
  switch (step.does) {
    case 'deliver': {
      const line = desk.stream[step.line % Math.max(desk.stream.length, 1)]
      if (line) await desk.deliver(line)
      return
    }
    case 'deliver-all-at-once':
      await Promise.all([...desk.stream, ...desk.stream].map((line) => desk.deliver(line)))
      return
    case 'wait':
      return desk.waitMinutes(step.minutes)
    case 'wake':
      return desk.wake()
    case 'fault':
      desk.faults.push({ kind: step.kind } satisfies Fault)
  }
}

/** Everything delivered at last, nothing failing any more, and every timer run down. */
const comeToRest = async (): Promise<void> => {
  desk.faults.length = 0
  await desk.settle()
  for (let round = 0; round < 3; round += 1) {
    const written = desk.stream.length
    desk.waitMinutes(5)
    await desk.wake()
    await desk.settle(written)
  }
}

test('double, late, out of order, throttled, dying half-way: in the end each person has been told once [NOT-4]', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      desk.startOver()
      const number = await desk.opened()
      await desk.act(number, { type: 'assign', group: 'network', assignee: 'wang' }, agent)
      await desk.act(number, { type: 'wait', code: 'requester', reason: '型号？' }, engineer)
      const faults = all.filter((step) => step.does === 'fault').slice(0, MOST_FAULTS)
      const deaths = faults.filter(({ kind }) => kind === 'died-after-sending').length
      for (const step of all) {
        if (step.does !== 'fault' || faults.includes(step)) await take(step)
      }
      await comeToRest()

      const expected = [`${number}.1.0.message.zhang`, `${number}.2.0.message.wang`, `${number}.3.0.message.zhang`]
      // A mailbox that knows the id of a mail keeps it once; the mails under one id have to be the same mail.
      const mailbox = new Map(desk.mails.map((mail) => [mail.id, mail]))
      expect([...mailbox.keys()].toSorted()).toEqual(expected)
      for (const mail of desk.mails) expect(mail).toEqual(mailbox.get(mail.id))
      expect(desk.mails.length, 'nothing is sent twice but what died on the way').toBeLessThanOrEqual(
        expected.length + deaths,
      )
      expect(desk.texts).toEqual([])
      for (const id of expected) expect(await desk.notice(id)).toMatchObject({ status: 'sent' })
      const sent = (await desk.history(number)).filter(({ type }) => type === 'notice-sent')
      expect(sent).toHaveLength(expected.length)
      const written = desk.stream.length
      await desk.settle()
      expect(desk.stream, 'another delivery of everything writes nothing').toHaveLength(written)
    }),
    { numRuns: 8 },
  )
})
