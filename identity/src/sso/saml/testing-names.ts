/** Apps that know people by a name, and people of directories that vouch for addresses and that do not. */
import type { SamlSettings } from '@hallpass/contract/saml'
import { operator, type TestApp } from '../../testing-app.ts'
import { letIn } from '../oidc/testing-rp.ts'
import { openTestSp, type Page, signOn, type TestSp } from './testing-sp.ts'

export function testingNames(world: TestApp) {
  let made = 0
  async function appNaming(nameId: string, changes: Partial<SamlSettings> = {}) {
    made += 1
    const settings: Partial<SamlSettings> = {
      entityId: `https://names-${made}.example`,
      nameId,
      nameIdFormat: 'unspecified',
      ...changes,
    }
    const sp = await openTestSp(world, settings, { identifierFormat: null })
    const { rows } = await world.owner.query('select role_id from role_apps where app_id = $1', [sp.appId])
    const open = async (personId: string) => signOn(world, await world.signInAs(personId), await sp.request())
    const enter = async (personId: string) => {
      const page = await open(personId)
      return page.status === 200 ? nameIn(page) : page.status
    }
    /** What the app is told under this attribute. */
    const told = async (personId: string, name: string) => valuesIn(await open(personId), name)
    return {
      sp,
      enter,
      told,
      letIn: (personId: string) => letIn(world, { roleId: String(rows[0]?.role_id) }, personId),
    }
  }
  const xmlIn = ({ form }: Page) => Buffer.from(form?.fields.SAMLResponse ?? '', 'base64').toString()
  const nameIn = (page: Page) => /NameID[^>]*>([^<]*)</.exec(xmlIn(page))?.[1]
  const valuesIn = (page: Page, name: string) => {
    const [, inside = ''] =
      new RegExp(`Attribute [^>]*Name="${name}"[^>]*>(.*?)</[a-z:]*Attribute>`).exec(xmlIn(page)) ?? []
    return [...inside.matchAll(/AttributeValue[^>]*>([^<]*)</g)].map(([, value]) => value)
  }

  async function person(login: string, mail: string, directoryId = world.things['/api/directories'] ?? '') {
    const { app } = world
    const draft = { directoryId, login, displayName: `${login} Acme`, mail }
    return (await app.foundation.db.transaction((tx) => app.directory.createPerson(tx, operator, draft))).id
  }
  async function directory(name: string, { vouches }: { vouches: boolean }): Promise<string> {
    const id = world.app.foundation.ids.next()
    await world.owner.query(
      `insert into directories select (jsonb_populate_record(d, jsonb_build_object('id', $1::uuid, 'name', $2::text, 'name_key', $2::text,
      'sync', jsonb_set(d.sync, '{proofs}', jsonb_build_object('mail', $3::boolean))))).* from directories d limit 1`,
      [id, name, vouches],
    )
    return id
  }
  /** Somebody of a directory that does not vouch for addresses. */
  async function unvouched(login: string, mail: string): Promise<string> {
    return await person(login, mail, await directory(`partners of ${login}`, { vouches: false }))
  }
  async function refusals({ appId }: TestSp): Promise<string[]> {
    const { rows } = await world.owner.query(
      `select body->'after'->>'because' because from audit_entries where body->>'action' = 'app.refused' and body->'subjects'->>'appId' = $1 order by seq`,
      [appId],
    )
    return rows.map(({ because }) => because)
  }

  /** Whom entries of this kind are about, and the name that stands beside the chain. */
  async function trailOf({ appId }: TestSp, action: string): Promise<{ who: string; value: string | null }[]> {
    const { rows } = await world.owner.query(
      `select body->'subjects'->>'personId' who, value from audit_entries
      left join audit_personal on entry_id = (body->>'id')::uuid and name = 'personal.name'
      where body->>'action' = $2 and body->'subjects'->>'appId' = $1`,
      [appId, action],
    )
    return rows
  }

  return { appNaming, person, directory, unvouched, refusals, trailOf, made: () => made }
}
