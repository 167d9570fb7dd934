import type { Environment } from '../platform/settings.ts'

/** One command of `hallpass`: its words after the name, and the environment; answers the exit code. */
export type Command = (words: string[], environment: Environment) => Promise<number>
