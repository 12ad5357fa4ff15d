export const IMPACTS = ['extensive', 'significant', 'moderate', 'minor'] as const
export const URGENCIES = ['critical', 'high', 'medium', 'low'] as const
export const PRIORITIES = [1, 2, 3, 4] as const

/** PRI-3, most severe first. */
export type Impact = (typeof IMPACTS)[number]
export type Urgency = (typeof URGENCIES)[number]
/** 1 is the most urgent. */
export type Priority = (typeof PRIORITIES)[number]
