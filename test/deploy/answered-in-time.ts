/** What the slowest act of the desk takes on a busy machine, and as much again. */
const LIMIT_MS = 90_000

const unlimited = globalThis.fetch

/** Whoever asks the emulated account, with whatever library: it says what got no answer, instead of waiting for five minutes. */
globalThis.fetch = async (input, init) => {
  const limit = AbortSignal.timeout(LIMIT_MS)
  try {
    return await unlimited(input, { ...init, signal: limit })
  } catch (error) {
    if (!limit.aborted) throw error
    const what = input instanceof Request ? `${input.method} ${input.url}` : `${init?.method ?? 'GET'} ${input}`
    throw new Error(`${what}: no answer within ${LIMIT_MS / 1_000} s`, { cause: error })
  }
}
