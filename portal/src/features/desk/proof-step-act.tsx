import type { ActProps } from './act-props.ts'
import { AddressCode } from './address-code.tsx'
import { AskVoucher } from './ask-voucher.tsx'
import { Callback } from './callback.tsx'
import { PromptDevice } from './prompt-device.tsx'
import { RecordProof } from './record-proof.tsx'

/** What the agent does for this kind of proof. A rung that holds needs nothing more. */
export function ProofStepAct(props: ActProps) {
  if (props.step.state === 'passed') return null
  switch (props.step.kind) {
    case 'callback':
      return <Callback {...props} />
    case 'address_code':
      return <AddressCode {...props} />
    case 'prompt':
      return <PromptDevice {...props} />
    case 'voucher':
      return <AskVoucher {...props} />
    case 'photo_id':
    case 'personal_data':
      return <RecordProof {...props} kind={props.step.kind} />
  }
}
