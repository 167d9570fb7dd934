import { Record, ScriptInclude } from '@servicenow/sdk/core'

/**
 * The verification type "Hallpass": the person proves who they are to Hallpass, with a second factor they enrolled there,
 * so that a reset begun in ServiceNow is no weaker than one begun in Hallpass. Column names are assumed as in
 * credential-store-type.now.ts; the script includes are what the type's fields point at.
 */
ScriptInclude({
  $id: Now.ID['verification-processor'],
  name: 'HallpassVerification',
  apiName: 'x_hlps_access.HallpassVerification',
  description: 'Password Reset extension: holds what the person typed against the challenge of Hallpass',
  active: true,
  accessibleFrom: 'public',
  script: Now.include('../scripts/hallpass-verification.js'),
})

ScriptInclude({
  $id: Now.ID['verification-enrollment'],
  name: 'HallpassEnrollment',
  apiName: 'x_hlps_access.HallpassEnrollment',
  description: 'Password Reset extension: factors are enrolled in Hallpass, nothing is enrolled here',
  active: true,
  accessibleFrom: 'public',
  script: Now.include('../scripts/hallpass-enrollment.js'),
})

Record({
  $id: Now.ID['verification-macro'],
  table: 'sys_ui_macro',
  data: {
    name: 'hallpass_verification',
    description: 'What the person sees: the ways to confirm that Hallpass offers, and a field for a code',
    active: true,
    xml: Now.include('../scripts/hallpass-verification.xml'),
  },
})

Record({
  $id: Now.ID['verification-type'],
  table: 'pwd_verification_type',
  data: {
    name: 'Hallpass',
    description: 'Confirm with a second factor enrolled in Hallpass',
    verification_processor: 'x_hlps_access.HallpassVerification',
    verification_ui: 'hallpass_verification',
    enrollment_check: 'x_hlps_access.HallpassEnrollment',
    auto_enrolled: true,
  },
})
