import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Bench, figure } from './figure.ts'

const execute = promisify(execFile)
const tree = join(dirname(fileURLToPath(import.meta.url)), '..')
/** `nobody` on Debian and most others: a user that owns nothing and may do nothing. */
const nobody = 65534

/**
 * The README's first command as a newcomer meets it: a fresh clone in an empty folder, an empty npm cache, and no rights
 * on the machine (run as root this changes to `nobody`). Then the same once more, warm.
 */
export const bench: Bench = {
  name: 'first-start',
  async run() {
    const home = mkdtempSync(join(tmpdir(), 'hallpass-newcomer-'))
    const clone = join(home, 'hallpass')
    try {
      await execute('git', ['clone', '--quiet', tree, clone])
      const newcomer = giveAway(home)
      const installMs = await timed(() => execute('npm', ['ci'], { cwd: clone, ...newcomer, maxBuffer: 1e8 }))
      const firstMs = await startOnce(clone, newcomer)
      const warmMs = await startOnce(clone, newcomer)
      const who = newcomer.uid === undefined ? 'as this user' : 'as a user without rights'
      return [
        figure({
          name: 'first-start',
          value: (installMs + firstMs) / 1000,
          limit: 90,
          goal: 1,
          unit: 's',
          lowerIsBetter: true,
          note: `npm ci ${(installMs / 1000).toFixed(0)} s with an empty cache, npm start ${(firstMs / 1000).toFixed(0)} s, ${who}`,
        }),
        figure({ name: 'warm-start', value: warmMs / 1000, limit: 5, goal: 1, unit: 's', lowerIsBetter: true }),
      ]
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
}

type Newcomer = { env: NodeJS.ProcessEnv; uid?: number; gid?: number }

/** Hands the folder to `nobody` where that is possible. */
function giveAway(home: string): Newcomer {
  mkdirSync(join(home, 'cache'))
  // What this process was started with (a newer Node in front of PATH, npm's own variables) the newcomer does not have.
  const { PATH = '', LANG = 'C.UTF-8', npm_config_registry } = process.env
  const path = PATH.split(':').filter((folder) => !folder.includes('node_modules'))
  const env = {
    ...{ HOME: home, PATH: path.join(':'), LANG, npm_config_cache: join(home, 'cache') },
    ...(npm_config_registry === undefined ? {} : { npm_config_registry }),
  }
  if (process.getuid?.() !== 0) return { env }
  const all = ['', ...readdirSync(home, { recursive: true, encoding: 'utf8' })]
  for (const name of all) chownSync(join(home, name), nobody, nobody)
  return { env, uid: nobody, gid: nobody }
}

/** Milliseconds from the command to the sentence that says who can sign in; then Ctrl-C, and everything has ended. */
async function startOnce(clone: string, newcomer: Newcomer): Promise<number> {
  const from = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    ...newcomer,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const milliseconds = await saidReady(child).then(() => performance.now() - from)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  await ended
  return milliseconds
}

function saidReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('Sign in as')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said.slice(-500)}`)))
  })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
