import type {
  GlideAggregate as RealAggregate,
  GlideSysAttachment as RealAttachment,
  GlideDateTime as RealDateTime,
  GlideDigest as RealDigest,
  GlideDuration as RealDuration,
  GlideElement as RealElement,
  CertificateEncryption as RealEncryption,
  GlideRecord as RealRecord,
  GlideUser as RealUser,
  gs as realGs,
} from '@servicenow/glide'
import type { StandardCredentialsProvider as RealCredentials } from '@servicenow/glide/sn_cc'
import type { FlowAPI as RealFlowApi, FlowRunner as RealFlowRunner } from '@servicenow/glide/sn_fd'
import type { RESTMessageV2 as RealMessage, RESTResponseV2 as RealResponse } from '@servicenow/glide/sn_ws'
import { expectTypeOf, test } from 'vitest'
import type { StandardCredentialsProvider } from './credentials.ts'
import type { CertificateEncryption, GlideDigest } from './digest.ts'
import type { flowApi } from './flow-api.ts'
import type { GlideAggregate } from './glide-aggregate.ts'
import type { GlideDateTime } from './glide-date-time.ts'
import type { GlideDuration } from './glide-duration.ts'
import type { GlideElement } from './glide-element.ts'
import type { GlideRecord } from './glide-record.ts'
import type { GlideSysAttachment } from './glide-sys-attachment.ts'
import type { glideSystem } from './glide-system.ts'
import type { GlideUser } from './glide-user.ts'
import type { RESTMessageV2 } from './rest-message-v2.ts'
import type { RESTResponseV2 } from './rest-response-v2.ts'

/** Names the double has and the real thing has not; what every object has is left out. */
type Invented<Double, Real> = Exclude<keyof Double, keyof Real | 'toString' | 'valueOf' | 'toJSON'>
type Gs = ReturnType<typeof glideSystem>
/** In the documentation of the scoped GlideSystem, though not among the declarations. */
type Documented = 'base64Encode' | 'base64Decode' | 'urlEncode' | 'urlDecode' | 'getTimeZoneName'
type FlowApi = ReturnType<typeof flowApi>['FlowAPI']

// Held by the type checker: a name that ServiceNow's own declarations lack does not compile here.
test('the double offers nothing that the platform does not declare', () => {
  expectTypeOf<Invented<GlideDateTime, RealDateTime>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<GlideDuration, RealDuration>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<GlideDigest, RealDigest>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<typeof CertificateEncryption, typeof RealEncryption>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<GlideElement, RealElement>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<GlideRecord, RealRecord>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<GlideAggregate, RealAggregate>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<GlideUser, RealUser>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<GlideSysAttachment, RealAttachment>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<RESTMessageV2, RealMessage>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<RESTResponseV2, RealResponse>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<StandardCredentialsProvider, RealCredentials>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<FlowApi, typeof RealFlowApi>>().toEqualTypeOf<never>()
  expectTypeOf<Invented<ReturnType<FlowApi['getRunner']>, RealFlowRunner>>().toEqualTypeOf<never>()
  expectTypeOf<Exclude<Invented<Gs, typeof realGs>, Documented>>().toEqualTypeOf<never>()
})

test('what it offers takes and gives what is declared', () => {
  expectTypeOf<GlideDigest>().toExtend<Pick<RealDigest, keyof GlideDigest & keyof RealDigest>>()
  expectTypeOf<typeof CertificateEncryption.generateMac>().toExtend<typeof RealEncryption.generateMac>()
  expectTypeOf<RESTResponseV2['getStatusCode']>().returns.toEqualTypeOf<number>()
  expectTypeOf<RESTResponseV2['haveError']>().returns.toEqualTypeOf<boolean>()
  expectTypeOf<GlideDuration['getDayPart']>().returns.toEqualTypeOf<number>()
  expectTypeOf<GlideDateTime['getValue']>().returns.toEqualTypeOf<string>()
})
