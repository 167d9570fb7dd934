import { canRunSamba, type Samba, startSamba } from '@hallpass/counterparts/samba'
import { startTcpProxy, type TcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectWindows } from '../testing-directories.ts'
import { directoryById } from './store/directories.ts'
import { directoryWorld, type World } from './testing.ts'
import { directoryDetail } from './views.ts'

describe.runIf(canRunSamba())('Kerberos that falls silent while the domain answers', () => {
  let samba: Samba
  let kdc: TcpProxy
  let ldap: TcpProxy
  let world: World
  let directoryId: string
  beforeAll(async () => {
    ;[samba, world] = await Promise.all([startSamba(), directoryWorld()])
    kdc = await startTcpProxy({ host: samba.host, port: samba.kdcPort })
    ldap = await startTcpProxy({ host: samba.host, port: samba.tlsPort })
    directoryId = await connectWindows(world, samba, { through: ldap, kdcPort: kdc.port })
    await world.poll()
  }, 180_000)
  afterAll(async () => {
    await world?.close()
    await Promise.all([samba?.stop(), kdc?.stop(), ldap?.stop()])
  })

  const health = async () => {
    await world.jobs.runSweep('directory.watch-proofs')
    const row = await directoryById(world.db, directoryId)
    if (row === null) throw new Error('no such directory')
    return (await directoryDetail(world.directory.deps, world.db, row)).health
  }

  test('is said at the directory within a minute, since when, and no longer once it answers', async () => {
    expect(await health()).toMatchObject({ state: 'ok', warning: null })
    kdc.rules.refuse = true
    const since = world.clock.now().toISOString()
    const message = expect.stringContaining('Kerberos does not answer at')
    expect(await health()).toMatchObject({ state: 'ok', warning: { message, since } })
    await world.poll()
    expect(await health()).toMatchObject({ state: 'ok', warning: { since } })
    kdc.heal()
    expect(await health()).toMatchObject({ state: 'ok', warning: null })
  })
})
