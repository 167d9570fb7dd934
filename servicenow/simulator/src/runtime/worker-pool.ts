import { enableCompileCache } from 'node:module'
import { Worker } from 'node:worker_threads'
import { UnsupportedOperator } from '../query/compile-condition.ts'
import { RestError } from '../rest/rest-error.ts'
import type { Task } from '../store/executor.ts'
import { NoSuchTable } from '../store/no-such-table.ts'
import type { Asked, Told, WorkerInput } from './script-worker.ts'

export type WorkerPool = {
  perform(task: Task): Promise<unknown>
  /** Tasks that are being done or wait for a thread. */
  pending(): number
  stop(): Promise<void>
}

type Member = { thread: Worker; job: Job | null; since: number; timer?: NodeJS.Timeout; loading: Loading }
/** Ends when the thread has read its modules, or is gone. */
type Loading = { isOver: boolean; ended: Promise<void>; end(): void }
type Job = { id: number; task: Task; resolve(value: unknown): void; reject(error: Error): void }

const patienceMs = 100

/**
 * Threads that do tasks, one each at a time. Another is started when all are busy, for a script may stand still until a
 * call that this very instance has to answer is over.
 */
export function openWorkerPool(
  input: WorkerInput,
  options: { threadsMax: number; taskMsMax: number; onWake(): void },
): WorkerPool {
  // What one thread has compiled, the next need not.
  enableCompileCache()
  const members: Member[] = []
  const queue: Job[] = []
  let nextId = 0
  let isStopped = false
  let growing: NodeJS.Timeout | null = null

  function start(): Member {
    const thread = new Worker(new URL('./script-worker.ts', import.meta.url), {
      workerData: input,
      execArgv: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    })
    const member: Member = { thread, job: null, since: 0, loading: newLoading() }
    thread.on('message', (told: Told) => {
      if (told === 'ready') {
        member.loading.end()
        watch(member)
        return
      }
      if (told === 'wake') {
        options.onWake()
        return
      }
      const { job } = member
      member.job = null
      clearTimeout(member.timer)
      if (told.ok) job?.resolve(told.value)
      else job?.reject(rebuilt(told))
      work()
    })
    thread.on('error', (error) => lose(member, error instanceof Error ? error : new Error(String(error))))
    thread.on('exit', () => lose(member, new Error('A script thread ended')))
    members.push(member)
    return member
  }

  /** The time of a script is its own: it does not begin before its thread has read its modules. */
  function watch(member: Member): void {
    if (member.job === null || !member.loading.isOver) return
    member.since = performance.now()
    member.timer = setTimeout(cancel, options.taskMsMax, member)
    member.timer.unref()
  }

  /** A script without end takes its thread with it, as the platform cancels a transaction over its quota. */
  function cancel(member: Member): void {
    lose(member, new Error(`Transaction cancelled: maximum execution time exceeded (${options.taskMsMax} ms)`))
    member.thread.terminate().catch(() => {})
  }

  function lose(member: Member, error: Error): void {
    clearTimeout(member.timer)
    member.loading.end()
    const at = members.indexOf(member)
    if (at >= 0) members.splice(at, 1)
    member.job?.reject(error)
    member.job = null
    if (!isStopped) work()
  }

  /** Another thread costs a second of work: it is started when those there are standing still, not merely busy. */
  function grow(): void {
    growing = null
    if (isStopped || queue.length === 0 || members.length >= options.threadsMax) return
    const isStuck = members.every(({ job, since }) => job !== null && performance.now() - since > patienceMs)
    if (isStuck) start()
    work()
  }

  function work(): void {
    while (queue.length > 0) {
      const free = members.find((member) => member.job === null) ?? (members.length === 0 ? start() : null)
      if (!free) growing ??= setTimeout(grow, patienceMs)
      const job = free ? queue.shift() : undefined
      if (!free || !job) return
      free.job = job
      free.since = performance.now()
      watch(free)
      free.thread.postMessage({ id: job.id, task: job.task } satisfies Asked)
    }
  }

  return {
    perform(task) {
      if (isStopped) return Promise.reject(new Error('The instance has stopped'))
      return new Promise((resolve, reject) => {
        queue.push({ id: nextId++, task, resolve, reject })
        work()
      })
    },
    pending: () => queue.length + members.filter((member) => member.job !== null).length,
    async stop() {
      isStopped = true
      if (growing) clearTimeout(growing)
      // V8 ends the whole process when a thread is ended while it reads its modules.
      await Promise.all(members.map(({ loading, thread }) => loading.ended.then(() => thread.terminate())))
    },
  }
}

function newLoading(): Loading {
  const { promise, resolve } = Promise.withResolvers<void>()
  const loading: Loading = {
    isOver: false,
    ended: promise,
    end() {
      loading.isOver = true
      resolve()
    },
  }
  return loading
}

function rebuilt({ name, message, more }: Extract<Told, { ok: false }>): Error {
  const fields = more as { status?: number; detail?: string | null; table?: string }
  if (name === 'RestError') return new RestError(fields.status ?? 500, message, fields.detail ?? null)
  if (name === 'NoSuchTable') return new NoSuchTable(fields.table ?? '')
  if (name === 'UnsupportedOperator')
    return Object.setPrototypeOf(new Error(message), UnsupportedOperator.prototype) as Error
  return Object.assign(new Error(message), { name })
}
