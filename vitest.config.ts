import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.{test,property.test,story}.ts'],
    exclude: ['test/deploy/**'],
    globalSetup: 'test/support/dynamodb-on-demand.ts',
    // Much of a test's time is waiting for DynamoDB Local: one worker would leave half the machine idle.
    maxWorkers: 2,
    // Nothing fails for being slow on a busy machine; this only ends what hangs.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
