import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Tx } from './database/database.ts'
import type { JobLog } from './jobs/engine-logger.ts'

/** Tells every node that something changed; for pages that follow along. Says what to look at, never what it is. */
export type Live = {
  /** Told once the transaction has committed, once however often it was published in it. */
  publish(tx: Tx, topic: string): Promise<void>
  /** Calls back on every change of the topic, and once after a lost connection, since changes may have been missed. */
  subscribe(topic: string, onChange: () => void): () => void
}

export type OpenLive = Live & { close(): Promise<void> }

const channel = 'hallpass_live'
const published = Symbol('live')
const gatherMs = 20
const notify = 'select pg_notify($1, topic) from unnest($2::text[]) topic'

/**
 * Live over LISTEN/NOTIFY on one connection of its own, which is opened again whenever it is lost. A transaction that told
 * it itself would hold a lock on all that tell anything until its commit is on the disk (PreCommit_Notify in PostgreSQL's
 * async.c), so that sign-ins and requests would wait for the disk one after the other. A process that is killed between
 * its commit and this loses the word; who may still follow is looked at with every heartbeat all the same.
 */
export async function openLive({ url, log }: { url: string; log: JobLog }): Promise<OpenLive> {
  const topics = new Map<string, Set<() => void>>()
  /** Topics that are still to be told. */
  const waiting = new Set<string>()
  let isPlanned = false
  let isTelling = false
  let closed = false
  let client = await connect().catch((error: Error) => lose(error))

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: url, application_name: 'hallpass live', keepAlive: true })
    let lost = false
    const onLost = (error?: Error): void => {
      if (lost) return
      lost = true
      if (!closed) void lose(error)
    }
    await made.connect()
    made.on('error', onLost)
    made.on('end', onLost)
    made.on('notification', ({ payload }) => tell(topics.get(payload ?? '')))
    await made.query(`listen ${channel}`)
    return made
  }

  async function lose(error?: Error): Promise<pg.Client | undefined> {
    log.warn({ error: error?.message }, 'the connection for live updates was lost; opening it again')
    for (let delayMs = 50; !closed; delayMs = Math.min(delayMs * 2, 5000)) {
      try {
        client = await connect()
        for (const listeners of topics.values()) tell(listeners)
        void tellNodes()
        return client
      } catch {
        await sleep(delayMs)
      }
    }
    return undefined
  }

  /** What gathers while one telling is under way goes with the next; on a lost connection it waits for the new one. */
  async function tellNodes(): Promise<void> {
    if (isTelling) return
    isTelling = true
    while (waiting.size > 0) {
      const together = [...waiting]
      waiting.clear()
      try {
        if (!client) throw new Error('There is no connection for live updates.')
        await client.query({ name: 'hallpass_live', text: notify, values: [channel, together] })
      } catch {
        for (const topic of together) waiting.add(topic)
        break
      }
    }
    isTelling = false
  }

  /** Nobody sees a page move a moment later, and what many sign-ins and requests publish meanwhile is told at once. */
  function plan(): void {
    if (isPlanned) return
    isPlanned = true
    setTimeout(() => {
      isPlanned = false
      void tellNodes()
    }, gatherMs).unref()
  }

  return {
    async publish(tx, topic) {
      const topicsOfTx = tx.memo(published, () => {
        const made = new Set<string>()
        tx.afterCommit(() => {
          for (const each of made) waiting.add(each)
          plan()
        })
        return made
      })
      topicsOfTx.add(topic)
    },
    subscribe(topic, onChange) {
      const listeners = topics.get(topic) ?? new Set()
      topics.set(topic, listeners.add(onChange))
      return () => {
        listeners.delete(onChange)
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic)
      }
    },
    async close() {
      await tellNodes()
      closed = true
      await client?.end().catch(() => {})
    },
  }
}

function tell(listeners: Set<() => void> | undefined): void {
  for (const onChange of listeners ?? []) onChange()
}
