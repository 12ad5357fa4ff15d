import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Apart from the other tests: it needs Python and a package from PyPI, and takes minutes. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/deploy/*.story.ts'],
    bail: 1,
    hookTimeout: 600_000,
  },
})
