import { spawn } from 'node:child_process'

export type CommandResult = { code: number; stdout: string; stderr: string }

/** Runs a program to its end and answers whatever it said; a code other than 0 is for the caller to judge. */
export function tryCommand(
  command: string,
  args: readonly string[],
  options: { input?: string; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, env: options.env, stdio: ['pipe', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
    // A program that stops reading early closes its input; how it ended is said by its exit code.
    child.stdin.once('error', () => {})
    child.stdin.end(options.input ?? '')
  })
}

/** Runs a program that must succeed and answers what it printed. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: { input?: string; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const result = await tryCommand(command, args, options)
  if (result.code === 0) return result.stdout
  throw new Error(`${command} ended with ${result.code}: ${(result.stderr || result.stdout).trim()}`)
}
