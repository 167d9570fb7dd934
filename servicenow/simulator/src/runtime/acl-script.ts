import type { AclScripts } from '../auth/access.ts'
import { standingOn } from '../glide/glide-record.ts'
import { scopeGlobals } from '../glide/scope-globals.ts'
import type { Records } from '../store/records.ts'
import { logScriptError } from './log.ts'
import { runScript } from './run-script.ts'
import { useScopeGlobals } from './scope-context.ts'
import { newSession } from './session.ts'

const nowhere = () => ({ failed: 'access rules make no calls', isTimeout: false })

/** Runs scripts of access rules on the calling thread: `answer`, else the value of the script. An error means no. */
export function aclScripts(records: Records): AclScripts {
  useScopeGlobals(scopeGlobals)
  return (script, { table, row, who }) => {
    const session = newSession({ records, who, callOut: nowhere })
    const source = { table: 'sys_security_acl', id: '', name: `access rule on ${table}` }
    const scope = records.get('sys_scope', records.dictionary.scope(table))?.scope ?? 'global'
    try {
      const given = { current: standingOn(table, records, row), answer: undefined }
      const value = runScript(session, { scope, source, script: `${script}\n;answer`, given })
      return value === true || value === 'true'
    } catch (error) {
      logScriptError(session, error, source)
      return false
    }
  }
}
