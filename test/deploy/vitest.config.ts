import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Apart from the other tests: it needs Python and a package from PyPI, and takes minutes. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/deploy/*.story.ts'],
    setupFiles: ['test/deploy/answered-in-time.ts'],
    bail: 1,
    // both fill the same virtual environment, and the deployment keeps two cores busy
    fileParallelism: false,
    reporters: ['verbose'],
    // longer than their steps, which have limits of their own and say so
    hookTimeout: 900_000,
  },
})
