import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.{test,property.test,story}.ts'],
    exclude: ['test/deploy/**'],
    globalSetup: 'test/support/dynamodb-on-demand.ts',
    // Much of a test's time is waiting for DynamoDB Local: one worker would leave half the machine idle.
    maxWorkers: 2,
    // Nothing fails for being slow on a busy machine; this only ends what hangs.
    testTimeout: 600_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 90_000 } },
  },
})
