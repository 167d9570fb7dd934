import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{identity,contract,catalog,counterparts,portal,scripts,servicenow}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['identity/src/platform/database/testing-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
