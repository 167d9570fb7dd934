/** A code to an address of the directory; the person reads it out. The agent never sees what was sent. */
import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import type { ActProps } from './act-props.ts'
import { ChannelChoice, usualChannel } from './channel-choice.tsx'
import styles from './desk.module.css'
import { useCaseAction } from './use-case-action.ts'

export function AddressCode({ step, caseId, why }: ActProps) {
  const { t } = useStrings()
  const params = { path: { id: caseId } }
  const [ref, setRef] = useState(() => usualChannel(step.channels))
  const [code, setCode] = useState('')
  const send = useCaseAction({
    run: (chosen: string) => answer(api.POST('/api/desk/cases/{id}/proofs/code', { params, body: { ref: chosen } })),
  })
  const check = useCaseAction({
    run: () => answer(api.POST('/api/desk/cases/{id}/proofs/code/check', { params, body: { code } })),
    after: () => setCode(''),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (/^[0-9]{6}$/.test(code)) check.mutate()
  }

  return (
    <div className={styles.act}>
      {step.state === 'waiting' ? (
        <form className={styles.inline} onSubmit={submit}>
          <TextInput
            label={t('desk.codeReadOut')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, ''))}
          />
          <ReasonButton
            type="submit"
            size="sm"
            loading={check.isPending}
            why={why ?? (code.length === 6 ? null : t('desk.sixDigits'))}
          >
            {t('desk.checkCode')}
          </ReasonButton>
        </form>
      ) : null}
      <Problem error={check.error ?? send.error} />
      {why === null ? (
        <ChannelChoice label={t('desk.proof.address_code')} channels={step.channels} value={ref} onChange={setRef} />
      ) : null}
      <ReasonButton
        variant="default"
        size="xs"
        loading={send.isPending}
        why={why ?? (ref === null ? t('desk.chooseChannel') : null)}
        onClick={() => ref !== null && send.mutate(ref)}
      >
        {t(step.state === 'waiting' ? 'desk.sendCodeAgain' : 'desk.sendCode')}
      </ReasonButton>
    </div>
  )
}
