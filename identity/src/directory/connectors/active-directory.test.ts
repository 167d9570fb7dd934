import { canRunSamba, startSamba } from '@hallpass/counterparts/samba'
import { sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { startTcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { describe } from 'vitest'
import { connectorTo } from './active-directory/testing.ts'
import type { Stage } from './conformance/stage.ts'
import { type Conformance, conformanceCases, directoryConformance } from './conformance.ts'

const capabilities = [
  'passwords',
  'proofs',
  'groups',
  'changes',
  'enabling',
  'policy',
  'lockout',
  'expiry',
  'renames',
  'removal',
  'network',
] as const

describe.runIf(canRunSamba())('Active Directory', () => {
  directoryConformance({
    name: 'active-directory on Samba',
    stage: sambaStage,
    capabilities,
    mustRun: conformanceCases
      .filter((item) => item.needs.every((need) => capabilities.some((has) => has === need)))
      .map((item) => item.id),
  } satisfies Conformance)
})

async function sambaStage(): Promise<Stage> {
  const samba = await startSamba({ extraPeople: 600 })
  const admin = sambaAdmin(samba)
  const proxy = await startTcpProxy({ host: samba.host, port: samba.tlsPort })
  const connector = connectorTo(samba)
  const wired = connectorTo(samba, { controllers: [{ host: '127.0.0.1', port: proxy.port }] }, 1000)
  return {
    connector,
    peopleAtStart: 600,
    add: admin.add,
    disable: admin.disable,
    enable: admin.enable,
    rename: admin.rename,
    remove: admin.delete,
    expire: admin.expirePassword,
    lock: admin.lock,
    possibleLogin: (login) => login.replace(/["/\\[\]:;|=,+*?<>]/g, '-').slice(0, 20),
    addToGroup: admin.addToGroup,
    wire: {
      connector: wired,
      loseAnswerOfReset({ staysBroken }) {
        // On the kept connection: the person is read, then the policy; the third piece is the reset itself.
        let pieces = 0
        proxy.rules.intercept = (piece) => {
          pieces += 1
          const isClientHello = piece[0] === 0x16
          proxy.rules.loseAnswers = staysBroken ? pieces >= 3 : pieces >= 3 && !isClientHello && pieces < 4
          return piece
        }
      },
      loseRequests: () => {
        proxy.cutAll()
        proxy.rules.refuse = true
      },
      heal: () => proxy.heal(),
      async restartServer() {
        proxy.cutAll()
        await samba.restart()
      },
      freezeServer: () => {
        proxy.rules.blackHole = true
        proxy.rules.intercept = () => Buffer.alloc(0)
      },
      thawServer: () => {
        proxy.cutAll()
        proxy.heal()
      },
    },
    async stop() {
      await Promise.all([connector.close(), wired.close()])
      await admin.close()
      await proxy.stop()
      await samba.stop()
    },
  }
}
