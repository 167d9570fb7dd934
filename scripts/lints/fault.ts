import type { SourceFile } from '../source-files.ts'

/** What a lint found: where, and what to do about it. */
export type Fault = { path: string; line?: number; message: string }

/** A rule over the files of the clone that no general tool knows. */
export type Lint = (files: readonly SourceFile[]) => Fault[]

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
