/** Work that goes on beside the caller: at most `atOnce` at a time, in the order it came. It must not throw. */
export class WorkUnderWay {
  readonly #atOnce: number
  readonly #waiting: (() => Promise<void>)[] = []
  #running = 0
  #idle: (() => void)[] = []

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  start(work: () => Promise<void>): void {
    this.#waiting.push(work)
    this.#next()
  }

  /** Returns when nothing runs and nothing waits. */
  idle(): Promise<void> {
    if (this.#running === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  #next(): void {
    if (this.#running >= this.#atOnce) return
    const work = this.#waiting.shift()
    if (!work) return
    this.#running += 1
    void work().finally(() => {
      this.#running -= 1
      this.#next()
      if (this.#running === 0) for (const resolve of this.#idle.splice(0)) resolve()
    })
  }
}
