import type { MajorPolicy, Policy } from '../setting/policy.ts'

/** What a desk does until an administrator says otherwise, and what policies written before there was a choice mean. */
export const DEFAULT_MAJOR_POLICY: MajorPolicy = {
  silenceMinutes: 30,
  mobiliseMinutes: 15,
  firstLineMinutes: 60,
  secondLineMinutes: 60,
  reviewMinutes: 60,
  reportMinutes: 2_880,
  callBackMinutes: 60,
  updates: {
    requesters: { everyMinutes: 60, graceMinutes: 15 },
    management: { everyMinutes: 60, graceMinutes: 15 },
  },
}

export const majorPolicyOf = ({ major }: Policy): MajorPolicy => major ?? DEFAULT_MAJOR_POLICY
