/** The log's time: what happens, happens at it; `end` is the last there was. */
export const logTime = () => {
  let [now, end] = ['', '']
  return {
    now: () => now,
    end: () => end,
    set: (at: string): void => {
      now = at
      if (at > end) end = at
    },
  }
}
