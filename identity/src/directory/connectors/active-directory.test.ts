import type { ActiveDirectorySettings } from '@hallpass/contract/directory-settings'
import { canRunSamba, startSamba } from '@hallpass/counterparts/samba'
import { sambaAdmin } from '@hallpass/counterparts/samba-admin'
import { ouDn } from '@hallpass/counterparts/samba-data'
import { startTcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { describe } from 'vitest'
import { connectorTo } from './active-directory/testing.ts'
import type { Stage } from './conformance/stage.ts'
import { casesOf, directoryConformance, everyLdapServer } from './conformance.ts'
import type { DirectoryConnector } from './connector.ts'
import { wireThrough } from './testing-wire.ts'

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
  'workplaces',
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
    mustRun: casesOf([...everyLdapServer, 'proofs', 'enabling']),
  })
})

async function sambaStage(): Promise<Stage> {
  const samba = await startSamba({ extraPeople: 600 })
  const admin = sambaAdmin(samba)
  const proxy = await startTcpProxy({ host: samba.host, port: samba.tlsPort })
  const connector = connectorTo(samba, { costCenterAttribute: 'info' })
  const opened: DirectoryConnector[] = []
  const open = (change: Partial<ActiveDirectorySettings>) => {
    const made = connectorTo(samba, change)
    opened.push(made)
    return made
  }
  const elsewhere = `OU=Elsewhere,${ouDn('People', samba.baseDn)}`
  await admin.console.run({ do: 'add', dn: elsewhere, attributes: { objectClass: 'organizationalUnit' } })
  const throughProxy = { controllers: [{ host: '127.0.0.1', port: proxy.port }] }
  const wired = connectorTo(samba, throughProxy, 3000)
  const impatient = connectorTo(samba, throughProxy, 1000)
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
    async setWorkplace(login, { company, location, costCenter }) {
      const values = { company, physicalDeliveryOfficeName: location, info: costCenter }
      for (const [name, value] of Object.entries(values))
        await admin.set(login, name, ...(value === null ? [] : [value]))
    },
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
    // The person is read, then the policy; the third piece is the reset.
    wire: wireThrough({ proxy, connector: wired, impatient, resetIsPiece: 2, restart: () => samba.restart() }),
    async stop() {
      await Promise.all([connector, wired, impatient, ...opened].map((each) => each.close()))
      await admin.close()
      await proxy.stop()
      await samba.stop()
    },
  }
}
