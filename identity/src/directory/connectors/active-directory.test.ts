import type { ActiveDirectorySettings } from '@hallpass/contract/directories'
import { canRunSamba, startSamba } from '@hallpass/counterparts/samba'
import { sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { ouDn } from '@hallpass/counterparts/samba-data'
import { startTcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { describe } from 'vitest'
import { connectorTo } from './active-directory/testing.ts'
import type { Stage } from './conformance/stage.ts'
import { type Conformance, conformanceCases, directoryConformance } from './conformance.ts'
import type { DirectoryConnector } from './connector.ts'

const capabilities = [
  'passwords',
  'proofs',
  'groups',
  'changes',
  'enabling',
  'policy',
  'minimum age',
  'personal policy',
  'listed',
  'rights',
  'set times',
  'lockout',
  'expiry',
  'renames',
  'moves',
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
  const opened: DirectoryConnector[] = []
  const open = (change: Partial<ActiveDirectorySettings>) => {
    const made = connectorTo(samba, change)
    opened.push(made)
    return made
  }
  const elsewhere = `OU=Elsewhere,${ouDn('People', samba.baseDn)}`
  await admin.console.run({ do: 'add', dn: elsewhere, attributes: { objectClass: 'organizationalUnit' } })
  const wired = connectorTo(samba, { controllers: [{ host: '127.0.0.1', port: proxy.port }] }, 3000)
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
    setPolicy: (login, rules) => admin.setOwnPolicy(login, rules),
    move: (login) => admin.move(login, elsewhere),
    async addGroup(name, members) {
      await admin.addGroup(name)
      for (const member of members) await admin.addToGroup(name, member.replace(/^@/, ''))
    },
    outOfReach: (outOfReach) => open({ outOfReach }),
    async withoutRights() {
      await admin.add({
        login: 'reader',
        displayName: 'Reader',
        mail: 'reader@win.acme.example',
        password: samba.servicePassword,
      })
      return open({ bindName: `${samba.domain}\\reader` })
    },
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
      await Promise.all([connector, wired, ...opened].map((each) => each.close()))
      await admin.close()
      await proxy.stop()
      await samba.stop()
    },
  }
}
