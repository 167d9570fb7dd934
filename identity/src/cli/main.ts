#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { assertRuntime } from '../runtime.ts'

// The version is checked before anything newer than it is loaded.
try {
  assertRuntime()
  enableCompileCache?.()
  const { runCommand } = await import('./run-command.ts')
  process.exitCode = await runCommand(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
