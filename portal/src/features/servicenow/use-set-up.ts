import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useAction } from '../../api/use-action.ts'
import type { Doing } from './doings.tsx'
import { type InstanceValues, instanceFrom } from './instance-values.ts'

type Input = { values: InstanceValues; login: string; password: string; app: File | null }

/** Installs the app where one was chosen, then sets up both sides. What was done already may be done again. */
export function useSetUp(onConnected: (connectionId: string, unpublished: number) => void) {
  const [doing, setDoing] = useState<Doing>('install')
  const action = useAction({
    run: async ({ values, login, password, app }: Input) => {
      const { instanceUrl, ...rest } = instanceFrom(values)
      const there = { instanceUrl, login, password }
      let unpublished = 0
      if (app !== null) {
        setDoing('install')
        const packed = await inBase64(app)
        unpublished = (await answer(api.POST('/api/servicenow/install-app', { body: { ...there, app: packed } })))
          .unpublished
      }
      setDoing('setUp')
      const { id } = await answer(api.POST('/api/servicenow/set-up', { body: { ...rest, ...there } }))
      return { id, unpublished }
    },
    holdsSecret: true,
    forget: [keys.snowConnections],
    after: ({ id, unpublished }) => onConnected(id, unpublished),
  })
  return { ...action, doing }
}

function inBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    // `data:…;base64,` comes first.
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
