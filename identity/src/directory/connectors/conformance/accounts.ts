import { expect } from 'vitest'
import type { Accounts, NewAccount } from '../connector.ts'
import { addSomebody, type Case, type Stage, secret, thrownBy } from './stage.ts'

const accountsOf = ({ connector }: Stage): Accounts => {
  if (!connector.accounts) throw new Error('The connector declares accounts and has none.')
  return connector.accounts
}

const draft = (login: string): NewAccount => ({
  login,
  displayName: 'Carla Núñez',
  givenName: 'Carla',
  familyName: 'Núñez',
  mail: `${login}@contractor.example`,
  title: 'Event Planner',
  department: 'Contractors',
  locale: 'es',
  managerPersonId: null,
})

export const accountCases: readonly Case[] = [
  {
    id: 'enabling',
    title: 'an account made elsewhere is disabled and enabled, and both may be repeated',
    needs: ['enabling'],
    async run(stage) {
      const { enabling } = stage.connector
      if (!enabling) throw new Error('The connector declares enabling and has none.')
      const somebody = await addSomebody(stage)
      for (const change of [enabling.disable, enabling.disable]) await change(somebody.ref)
      expect((await stage.connector.get(somebody.ref))?.disabled).toBe(true)
      expect((await stage.connector.authenticate(somebody.ref, secret(somebody.password))).kind).toBe('disabled')
      for (const change of [enabling.enable, enabling.enable]) await change(somebody.ref)
      expect((await stage.connector.authenticate(somebody.ref, secret(somebody.password))).kind).toBe('ok')
    },
  },
  {
    id: 'create',
    title: 'an account is made once, however often it is asked for, and can be found at once',
    needs: ['accounts'],
    async run(stage) {
      const { create } = accountsOf(stage)
      const made = await create(draft('created'))
      expect(await create(draft('created'))).toEqual(made)
      expect(await stage.connector.find('CREATED')).toEqual(made)
      expect(made).toMatchObject({ login: 'created', displayName: 'Carla Núñez', disabled: false })
    },
  },
  {
    id: 'create-taken',
    title: 'another account of a login that is taken is refused, whatever the case, and the first one stays as it is',
    needs: ['accounts'],
    async run(stage) {
      const { create } = accountsOf(stage)
      const made = await create(draft('taken'))
      const refused = await thrownBy(() => create({ ...draft('TAKEN'), displayName: 'Somebody Else' }))
      expect(refused).toMatchObject({ code: 'already_exists', retryable: false })
      expect(await stage.connector.get(made.ref)).toEqual(made)
    },
  },
  {
    id: 'disable-repeated',
    title: 'disable and enable may be repeated',
    needs: ['accounts'],
    async run(stage) {
      const { create, disable, enable } = accountsOf(stage)
      const made = await create(draft('repeated'))
      await disable(made.ref)
      await disable(made.ref)
      expect((await stage.connector.get(made.ref))?.disabled).toBe(true)
      await enable(made.ref)
      await enable(made.ref)
      expect((await stage.connector.get(made.ref))?.disabled).toBe(false)
    },
  },
]
