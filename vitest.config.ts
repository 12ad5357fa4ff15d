import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.{test,property.test,story}.ts'],
    globalSetup: 'test/support/dynamodb-on-demand.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
