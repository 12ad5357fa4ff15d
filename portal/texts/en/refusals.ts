/** None: the desk says itself in English what it refuses, and what to do. */
export const refusals: Readonly<Record<string, string>> = {}
