/** What the default policy refers to; apart from the default catalogue, so that judging by a policy does not load that. */
export const UNCLASSIFIED = 'unclassified'
export const FOR_ALARMS = 'monitoring'
export const INFRASTRUCTURE = 'infrastructure'
