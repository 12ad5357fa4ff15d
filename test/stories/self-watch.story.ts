import { expect, test } from 'vitest'
import { storyDesk } from '../support/story-desk.ts'

const desk = storyDesk()

const watch = () => desk.post<Record<string, unknown>>('/local/canaries', {})

test('canaries go the whole road by mail and by alarm, and leave nothing behind that people see', async () => {
  const [agent, manager] = [await desk.as('agent'), await desk.as('desk manager')]
  expect(await watch()).toEqual({ mail: 'none', alarm: 'none', workingMinutesWithoutMail: null })
  await desk.fastForward({ minutes: 10 })
  expect(await watch()).toEqual({ mail: 'arrived', alarm: 'arrived', workingMinutesWithoutMail: null })
  await desk.fastForward({ minutes: 10 })

  for (const outcome of ['machine', 'unreadable', 'event'])
    expect(await agent.asks(`/mails?outcome=${outcome}`)).toEqual({ items: [], cursor: null })
  expect(await manager.asks('/dashboard')).toMatchObject({ open: { count: 0 }, intake: { count: 0 } })
  await desk.letterbox.expectNothingElse()
})

test('how long no mail has come is counted in the desk’s working time', async () => {
  await desk.mail({ from: 'anna@harbour.example', subject: 'Screen is dark', text: 'It stays dark.' })
  const before = Number((await watch())['workingMinutesWithoutMail'])
  expect(before).toBeLessThan(10)
  await desk.fastForward({ hours: 1 })
  expect(Number((await watch())['workingMinutesWithoutMail'])).toBeCloseTo(before + 60, 0)
  await desk.letterbox.forget()
})
