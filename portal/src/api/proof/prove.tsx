/** One way to prove who one is, with the others a click away. What a proof leads to is the caller's business. */

import type { ProofKind } from '@hallpass/contract/factors'
import { type ReactNode, useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { CodeProof } from './code-proof.tsx'
import { OtherWays } from './other-ways.tsx'
import { PasskeyProof } from './passkey-proof.tsx'
import { inOrder, type Offer, offerKey, type ProofAnswer, type ProofOutcome } from './proof.ts'
import { PushProof } from './push-proof.tsx'

type ProveProps = {
  offers: readonly Offer[]
  /** Shown first, whatever else there is. */
  first?: ProofKind
  /** Kinds whose code was sent already. */
  sent?: readonly ProofKind[]
  onAnswer: (answer: ProofAnswer) => Promise<ProofOutcome>
  /** Between the proof and the other ways, e.g. a box to tick. */
  children?: ReactNode
}

export function Prove({ offers, first, sent = [], onAnswer, children }: ProveProps) {
  const { t } = useStrings()
  const ways = inOrder(offers, first)
  const [chosen, choose] = useState<string | null>(null)
  const offer = ways.find((way) => offerKey(way) === chosen) ?? ways[0]
  if (!offer) return <p>{t('proof.none')}</p>
  const shared = { key: offerKey(offer), offer, onAnswer }
  return (
    <>
      {offer.kind === 'passkey' ? (
        <PasskeyProof {...shared}>{children}</PasskeyProof>
      ) : offer.kind === 'push' ? (
        <PushProof {...shared}>{children}</PushProof>
      ) : (
        <CodeProof {...shared} sent={sent.includes(offer.kind)}>
          {children}
        </CodeProof>
      )}
      <OtherWays ways={ways.filter((way) => way !== offer)} onChoose={(way) => choose(offerKey(way))} />
    </>
  )
}
