import { ScriptInclude } from '@servicenow/sdk/core'

ScriptInclude({
  $id: Now.ID['hallpass-door'],
  name: 'HallpassDoor',
  apiName: 'x_hlps_access.HallpassDoor',
  description: 'The way into the modules of this app for scripts that cannot import one',
  active: true,
  accessibleFrom: 'package_private',
  script: Now.include('./scripts/hallpass-door.js'),
})
