import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { castPerson } from '@hallpass/counterparts/acme'
import { windowsPeople } from '@hallpass/counterparts/acme-windows'
import { freePort } from '@hallpass/counterparts/free-port'
import { type Simulator, setProperty, startSimulator } from '@hallpass/servicenow-simulator/start-simulator'
import { system } from '@hallpass/servicenow-simulator/store/open-records'
import { apiClient } from './api-client.ts'
import { type BuiltApp, buildServicenowApp } from './build-servicenow-app.ts'
import type { SampleCompany } from './sample-company.ts'
import { cloneFolder } from './service-process.ts'

export type ServiceNowOfAcme = {
  /** The instance; its Service Portal is at `/sp`. */
  url: string
  simulator: Simulator
  /** sys_id of the catalog item "App access". */
  itemId: string
  /** Lets the instance be called by Hallpass instead of calling it, or the other way round, as an administrator does. */
  setMode(mode: 'push' | 'pull'): Promise<void>
  stop(): Promise<void>
}

/** How people sign in at the instance itself. */
export const serviceNowPassword = 'Welcome-to-ServiceNow-1'
/** Of every new instance of the simulator. */
export const serviceNowAdministrator = { name: 'admin', password: 'admin-of-the-simulator' }

/**
 * ServiceNow beside the sample company: the app is built and installed by ServiceNow's own tool, the two are connected by
 * `hallpass servicenow connect`, and what an administrator of the instance enters in its forms is entered.
 */
export async function startServiceNow(
  company: SampleCompany,
  { folder, mode = 'push' }: { folder: string; mode?: 'push' | 'pull' },
): Promise<ServiceNowOfAcme> {
  const built = await buildServicenowApp()
  const simulator = await startSimulator({
    dataFile: join(folder, 'servicenow.db'),
    instanceName: 'acme',
    port: await rememberedPort(join(folder, 'servicenow-port.json')),
  })
  try {
    await installApp(built, simulator.url)
    const instance = administering(simulator)
    instance.hire()
    instance.offerPasswords()
    instance.fitPasswords(mode)
    const said = await connect(company, simulator.url, mode)
    if (!said.includes('Both directions work')) throw new Error(`The instance could not be connected:\n${said}`)
    return {
      url: simulator.url,
      simulator,
      itemId: instance.one('sc_cat_item', 'name=App access'),
      async setMode(next) {
        setProperty(simulator.records, 'x_hlps_access.mode', next)
        instance.fitPasswords(next)
        await changeConnection(company, { mode: next, pollSeconds: 5 })
      },
      stop: () => simulator.stop(),
    }
  } catch (error) {
    await simulator.stop()
    throw error
  }
}

/** An instance is known by its address, so a folder keeps the port it was given first. */
async function rememberedPort(path: string): Promise<number> {
  try {
    return Number(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    const port = await freePort()
    writeFileSync(path, String(port))
    return port
  }
}

/** ServiceNow's own tool packs what was built, uploads it, and publishes its flows. */
async function installApp({ tool, project }: BuiltApp, url: string): Promise<void> {
  const { code, said } = await run([tool, 'install'], project, {
    NODE_ENV: 'test',
    SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
    SN_SDK_INSTANCE_URL: url,
    SN_SDK_USER: serviceNowAdministrator.name,
    SN_SDK_USER_PWD: serviceNowAdministrator.password,
  })
  if (code !== 0 || said.includes('ERROR')) throw new Error(`now-sdk could not install the app:\n${said}`)
}

/** As an administrator of both sides does it, on the machine of Hallpass. */
async function connect(company: SampleCompany, url: string, mode: string): Promise<string> {
  const words = ['servicenow', 'connect', url, '--administrator', serviceNowAdministrator.name]
  const more = ['--name', 'ServiceNow of Acme', '--mode', mode]
  const { said } = await run([join(cloneFolder, 'identity/src/cli/main.ts'), ...words, ...more], cloneFolder, {
    ...company.environment,
    HALLPASS_PUBLIC_URL: company.url,
    HALLPASS_SERVICENOW_ADMIN_PASSWORD: serviceNowAdministrator.password,
  })
  return said
}

async function changeConnection(company: SampleCompany, change: object): Promise<void> {
  const ivan = castPerson('ivan')
  const client = apiClient(() => company.url)
  await client.signIn(ivan.login, ivan.password)
  await client.post('/api/session/confirm', { password: ivan.password })
  const { items } = await client.get<{ items: { id: string; version: number }[] }>('/api/servicenow/connections')
  const [connection] = items
  await client.patch(`/api/servicenow/connections/${connection?.id}`, { version: connection?.version, ...change })
}

/** Beside the service, never blocking: the simulator answers from this very process. */
function run(
  words: string[],
  cwd: string,
  environment: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd, env: { ...process.env, ...environment } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
  })
}

const mailAddressVerification = `var MailAddressVerification = Class.create();
MailAddressVerification.prototype = {
  category: 'password_reset.extension.verification_form_processor',
  initialize: function () {},
  processForm: function (params, request) {
    var user = new GlideRecord('sys_user');
    if (!user.get(params.userId)) return false;
    return user.getValue('email').toLowerCase() === String(request.getParameter('mail') || '').trim().toLowerCase();
  },
  type: 'MailAddressVerification',
};`

/** What an administrator of the instance enters besides, as docs/guides/connect-servicenow.md says. */
function administering({ records }: Simulator) {
  const one = (table: string, query: string) => records.find(table, query, { limit: 1 })[0]?.sys_id ?? ''
  /** What an earlier start entered is left as it is. */
  const add = (table: string, values: Record<string, string>): string => {
    const named = ['user_name', 'name', 'process'].find((field) => values[field] !== undefined) ?? 'name'
    const known = one(table, `${named}=${values[named]}`)
    if (known) return known
    const made = records.insert(table, values, system)
    if (!('row' in made)) throw new Error(`${table}: ${made.aborted}`)
    return made.row.sys_id ?? ''
  }
  /** In the place of ServiceNow's own "Personal Data Confirmation Verification", which the simulator has not. */
  const mailAddress = (): string => {
    add('sys_script_include', {
      name: 'MailAddressVerification',
      api_name: 'global.MailAddressVerification',
      script: mailAddressVerification,
      active: 'true',
    })
    add('sys_ui_macro', {
      name: 'mail_address',
      xml: '<j:jelly xmlns:j="jelly:core"><label for="mail">Your mail address</label><input id="mail" name="mail" /></j:jelly>',
      active: 'true',
    })
    const type = add('pwd_verification_type', {
      name: 'Mail address',
      verification_processor: 'MailAddressVerification',
      verification_ui: 'mail_address',
      active: 'true',
    })
    return add('pwd_verification', { name: 'Say your mail address', type, active: 'true' })
  }
  return {
    one,
    /** People of the Windows domain, who are in no seed of the instance. */
    hire(): void {
      for (const { login, givenName, familyName, mail, title } of windowsPeople) {
        const values = { user_name: login, first_name: givenName, last_name: familyName, email: mail, title }
        add('sys_user', { ...values, user_password: serviceNowPassword, identity_type: 'human', active: 'true' })
      }
    },
    /** A store and a proof of the types the app brought, and a process of self-service and one of the desk. */
    offerPasswords(): void {
      const store = add('pwd_cred_store', {
        name: 'Acme passwords',
        type: one('pwd_cred_store_type', 'name=Hallpass'),
        active: 'true',
      })
      add('pwd_verification', {
        name: 'Confirm with Hallpass',
        type: one('pwd_verification_type', 'name=Hallpass'),
        active: 'true',
      })
      const processes = [
        { name: 'My password', type: 'self_service', public_access: 'true', url_suffix: 'mine' },
        { name: 'Password of somebody else', type: 'service_desk', public_access: 'false', url_suffix: 'desk' },
      ]
      for (const values of processes) {
        const process = add('pwd_process', { ...values, active: 'true' })
        add('pwd_map_proc_to_cred_store', { process, cred_store: store })
      }
    },
    /** Proof in ServiceNow where it can ask Hallpass; where it cannot, what it asks itself, and no password is taken there. */
    fitPasswords(mode: 'push' | 'pull'): void {
      const process = one('pwd_process', 'name=My password')
      const madeUp = { auto_gen_password: String(mode === 'pull') }
      records.update('pwd_process', process, madeUp, system)
      const verification = mode === 'push' ? one('pwd_verification', 'name=Confirm with Hallpass') : mailAddress()
      const link = add('pwd_map_proc_to_verification', { process, verification, mandatory: 'true', order: '1' })
      records.update('pwd_map_proc_to_verification', link, { verification }, system)
    },
  }
}
