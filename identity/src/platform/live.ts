import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from './database/database.ts'
import type { JobLog } from './jobs/engine-logger.ts'

/** Tells every node that something changed; for pages that follow along. Says what to look at, never what it is. */
export type Live = {
  /** Told when the transaction commits, once however often it was published in it. */
  publish(tx: Tx, topic: string): Promise<void>
  /** Calls back on every change of the topic, and once after a lost connection, since changes may have been missed. */
  subscribe(topic: string, onChange: () => void): () => void
}

export type OpenLive = Live & { close(): Promise<void> }

const channel = 'hallpass_live'
const published = Symbol('live')

/** Live over LISTEN/NOTIFY on one connection of its own, which is opened again whenever it is lost. */
export async function openLive({ url, log }: { url: string; log: JobLog }): Promise<OpenLive> {
  const topics = new Map<string, Set<() => void>>()
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
        return client
      } catch {
        await sleep(delayMs)
      }
    }
    return undefined
  }

  return {
    async publish(tx, topic) {
      const topicsOfTx = tx.memo(published, () => new Set<string>())
      topicsOfTx.add(topic)
      tx.lastly('live', () => notify([...topicsOfTx]))
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
      closed = true
      await client?.end().catch(() => {})
    },
  }
}

/** All topics of a transaction, let out by its commit. */
function notify(topics: string[]) {
  return sql`(select count(pg_notify(${channel}, topic)) from unnest(${topics}::text[]) topic)`
}

function tell(listeners: Set<() => void> | undefined): void {
  for (const onChange of listeners ?? []) onChange()
}
