import type { FactorKind } from '@hallpass/contract/factors'
import {
  IconDeviceMobileMessage,
  IconDeviceMobileShare,
  IconFingerprint,
  IconListNumbers,
  IconNumber123,
} from '@tabler/icons-react'

const icons = {
  totp: IconNumber123,
  passkey: IconFingerprint,
  recovery_codes: IconListNumbers,
  push: IconDeviceMobileShare,
  sms: IconDeviceMobileMessage,
}

/** Decoration: the name of the kind stands beside it. */
export function FactorIcon({ kind }: { kind: FactorKind }) {
  const Icon = icons[kind]
  return <Icon size={20} stroke={1.75} aria-hidden />
}
