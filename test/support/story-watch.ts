/**
 * What a desk under test has in the place of a watch. It goes on by a millisecond when somebody looks: time passes as the
 * story says, however long the machine takes over it, and what came later is later.
 */
export const storyWatch = (): (() => number) => {
  let looks = 0
  return () => {
    looks += 1
    return looks
  }
}
