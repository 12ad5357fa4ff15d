import * as z from 'zod'
import { PROPOSAL_OUTCOMES } from '../domain/ticket/time-proposal.ts'
import { givenInstant, instant, prose } from './fields.ts'
import { schema } from './schema.ts'

/** SLA-5: a later time for the solution, asked of the requester and answered by them. */

const round = schema(() => z.int().min(1).describe('Counts the proposals of the ticket; an answer names its own.'))

export const proposeTime = schema(() =>
  z
    .strictObject({
      restoreBy: givenInstant().describe('After the promise and ahead of now.'),
      reason: prose(2_000).describe('The requester reads it.'),
    })
    .meta({ examples: [{ restoreBy: '2026-03-05T12:00:00+08:00', reason: 'The part comes on Thursday morning.' }] }),
)

export const answerTime = schema(() =>
  z
    .strictObject({
      proposal: round(),
      agreed: z.boolean(),
      text: prose(2_000).optional().describe('What the requester wants to say with it.'),
    })
    .meta({ examples: [{ proposal: 1, agreed: true }] }),
)

export const proposalCause = schema(() =>
  z
    .enum(['person', 'in-work', 'not-begun'])
    .describe('A person’s own, or worked out by the desk because somebody works on it, or nobody has begun.'),
)

export const timeProposal = schema(() =>
  z
    .strictObject({
      round: round(),
      restoreBy: instant(),
      dueAt: instant().nullable().describe('The promise it goes beyond, which it does not move.'),
      cause: proposalCause(),
      reason: z.string().nullable(),
      by: z.string().nullable().describe('Name of who proposes it; null: the desk by itself.'),
      proposedAt: instant(),
      outcome: z.enum(PROPOSAL_OUTCOMES),
      answeredAt: instant().nullable(),
      text: z.string().nullable().describe('The requester’s own words.'),
    })
    .meta({ id: 'TimeProposal', description: 'A later time proposed to the requester, and their answer (SLA-5).' }),
)
