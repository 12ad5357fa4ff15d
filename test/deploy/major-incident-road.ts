import { type DeployedDesk, eventually } from './deployed-desk.ts'
import { addressOf } from './staff.ts'

/** One declared with priority 1, through every decision, to its close. @returns its number */
export const walkMajorIncident = async (desk: DeployedDesk): Promise<string> => {
  const grace = await desk.as(addressOf('desk'))
  const leo = await desk.as(addressOf('engineer'))
  const paula = await desk.as(addressOf('project-manager'))
  const { number } = await grace.open({
    title: 'No crane moves',
    description: 'All piers.',
    kind: 'incident',
    category: 'hardware',
    impact: 'extensive',
    urgency: 'critical',
  })
  const stands = (stage: string) =>
    eventually(`${number} at ${stage}`, async () =>
      (await grace.procedure(number)).stage === stage ? true : undefined,
    )
  await stands('candidate')
  await paula.doesTwice('judge-major', number, { confirmed: true, reason: 'No ship is unloaded.' })
  await grace.doesTwice('set-major-roles', number, { roles: { commander: { id: 'ivan' } } })
  await grace.doesTwice('assign', number, { group: 'workplace' })
  await leo.doesTwice('accept', number)
  const appointedFor = new Date(Date.now() + 600_000).toISOString()
  await grace.doesTwice('send-on-site', number, { engineer: { id: 'leo' }, place: 'Pier 4', appointedFor })
  await leo.doesTwice('note-arrival', number)
  await grace.doesTwice('update-audience', number, { audience: 'management', text: 'The main switch has failed.' })
  await leo.doesTwice('resolve', number, { solution: 'The switch is replaced.', cause: 'A worn power supply.' })
  await paula.doesTwice('review-solution', number, { satisfied: true })
  await eventually('the report', async () => (await grace.procedure(number)).report ?? undefined)
  await paula.doesTwice('approve-report', number, { version: 1 })
  await grace.doesTwice('send-report', number, { version: 1 })
  await grace.doesTwice('contact', number, { medium: 'phone', reached: true, note: 'All is well.' })
  await grace.doesTwice('close', number, { code: 'solved', satisfaction: { score: 5 } })
  await stands('closed')
  return number
}
