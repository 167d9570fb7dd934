import { registerBuiltIn } from '../flow/built-in-subflows.ts'
import { registerOperation } from '../store/operations.ts'
import type { Records, Who } from '../store/records.ts'
import { type BeginInput, beginRequest } from './begin-request.ts'
import { outcomeOf } from './credential-store.ts'
import { type ActInput, actOnRequest, askLockState, requestState, settle, testStore } from './reset-password.ts'
import { type VerifyInput, verifyPerson } from './verify-person.ts'

registerOperation('pwd.begin', (records: Records, input: BeginInput, who: Who) => beginRequest(records, input, who))
registerOperation('pwd.verify', (records: Records, input: VerifyInput) => verifyPerson(records, input))
registerOperation('pwd.reset', (records: Records, input: ActInput, who: Who) =>
  actOnRequest(records, input, 'reset', who),
)
registerOperation('pwd.change', (records: Records, input: ActInput, who: Who) =>
  actOnRequest(records, input, 'change', who),
)
registerOperation('pwd.unlock', (records: Records, input: ActInput, who: Who) =>
  actOnRequest(records, input, 'unlock', who),
)
registerOperation('pwd.state', (records: Records, input: { requestId: string }) =>
  requestState(records, input.requestId),
)
registerOperation('pwd.lock_state', (records: Records, input: { requestId: string }) => askLockState(records, input))
registerOperation('pwd.test_store', (records: Records, input: { store: string }) => testStore(records, input))
registerOperation('pwd.store_state', (records: Records, input: { context: string }) =>
  outcomeOf(records, input.context),
)

/** The subflow by which a store that answered Pending says later how it ended. */
registerBuiltIn('update_password_reset_request_status', (records, inputs) => {
  const [request, status] = [inputs.text(/request/i), inputs.text(/status/i)]
  const row = records.get('pwd_reset_request', request)
  if (!row) throw new Error(`There is no password reset request ${request}`)
  const isSuccess = /success/i.test(status)
  settle(records, row, { status: isSuccess ? 'success' : 'failure', message: inputs.text(/message|detail/i) })
  return {}
})
