/** Whom an escalation reaches, in the order of ESC-1. */
export const LEVELS = ['L1', 'L2', 'PM', 'management'] as const
export type Level = (typeof LEVELS)[number]
