import { defineConfig } from 'vitest/config'

/** Scenarios that count shares, lines or seconds: they get the machine for themselves. */
const ALONE = ['balance', 'count', 'logs-follow', 'sicken', 'watch'].map(
  (name) => `test/integration/${name}.scenario.test.ts`,
)

const scenario = {
  environment: 'node' as const,
  globalSetup: ['test/support/build-command.ts'],
  testTimeout: 180_000,
  hookTimeout: 240_000,
}

/** Scenarios mostly wait for containers, so two files run side by side; what looks at time or measure runs alone. */
export default defineConfig({
  test: {
    projects: [
      {
        // Some copy the sample or start processes: seconds on a machine that is busy.
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...scenario,
          name: 'integration',
          include: ['test/integration/**/*.scenario.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...scenario,
          name: 'alone',
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...scenario,
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.test.ts'],
          globalSetup: [...scenario.globalSetup, 'test/support/build-window.ts'],
          fileParallelism: false,
        },
      },
      {
        test: {
          ...scenario,
          name: 'electron',
          include: ['test/electron/**/*.electron.test.ts'],
          globalSetup: [],
          fileParallelism: false,
        },
      },
    ],
  },
})
