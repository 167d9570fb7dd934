import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { CallOut, OutgoingAnswer } from './session.ts'

/**
 * HTTP for scripts, which wait for the answer: a second thread makes the call, this one sleeps until it is there. The
 * second thread starts with the first call.
 */
export function openCallOut(trusted: string): CallOut {
  let port: MessagePort | null = null
  return (request) => {
    port ??= start(trusted)
    const signal = new Int32Array(new SharedArrayBuffer(4))
    port.postMessage({ request, signal })
    Atomics.wait(signal, 0, 0, request.timeoutMs + 5_000)
    const received = receiveMessageOnPort(port) as { message: OutgoingAnswer } | undefined
    return received?.message ?? { failed: 'the call did not end', isTimeout: true }
  }
}

function start(trusted: string): MessagePort {
  const { port1, port2 } = new MessageChannel()
  const thread = new Worker(new URL('./http-thread.ts', import.meta.url), {
    workerData: { trusted, port: port2 },
    transferList: [port2],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  thread.unref()
  port1.unref()
  return port1
}
