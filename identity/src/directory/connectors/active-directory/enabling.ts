import { Attribute, Change } from 'ldapts'
import type { Enabling, PersonRef } from '../connector.ts'
import { notFound, protectedIdentity, throttled } from '../failures.ts'
import { isAnswer } from '../ldap/connection.ts'
import { explainWrite } from './answers.ts'
import type { AdContext } from './context.ts'
import { controlOf } from './entries.ts'
import { control } from './values.ts'

const attemptsMax = 5

/**
 * Switches bit 2 of userAccountControl and no other. The value that was read is deleted and the new one added in one
 * modify: if somebody changed it meanwhile the server refuses (16), and it is read again.
 */
export function adEnabling(context: AdContext): Enabling {
  const set = async (who: PersonRef, isDisabled: boolean) => {
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const person = await context.target(who)
      if (person === null) throw notFound()
      if (person.protected) throw protectedIdentity()
      if (person.disabled === isDisabled) return
      const before = controlOf(person.entry)
      const after = isDisabled ? before | control.disabled : before & ~control.disabled
      try {
        const changes = [change('delete', before), change('add', after)]
        await context.service.write((connection) => connection.client.modify(person.guidDn, changes))
        return
      } catch (error) {
        if (!isAnswer(error) || error.code !== 16) throw explainWrite(error)
      }
    }
    throw throttled(5)
  }
  return { disable: (who) => set(who, true), enable: (who) => set(who, false) }
}

function change(operation: 'delete' | 'add', value: number): Change {
  return new Change({
    operation,
    modification: new Attribute({ type: 'userAccountControl', values: [String(value)] }),
  })
}
