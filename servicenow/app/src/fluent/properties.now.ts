import { Property } from '@servicenow/sdk/core'
import { adminRole, integrationRole } from './roles.now'

Property({
  $id: Now.ID['property-hallpass-url'],
  name: 'x_hlps_access.hallpass_url',
  type: 'string',
  value: '',
  description: 'Address of Hallpass, e.g. https://hallpass.example.com; noted when the two are connected',
  isPrivate: true,
  roles: { read: [adminRole, integrationRole], write: [adminRole] },
  $meta: { installMethod: 'first install' },
})

Property({
  $id: Now.ID['property-bound-instance-id'],
  name: 'x_hlps_access.bound_instance_id',
  type: 'string',
  value: '',
  description: 'The instance_id this app was connected on. In a clone it differs, and nothing is said or taken',
  isPrivate: true,
  roles: { read: [adminRole, integrationRole], write: [adminRole] },
  $meta: { installMethod: 'first install' },
})

Property({
  $id: Now.ID['property-bound-instance-url'],
  name: 'x_hlps_access.bound_instance_url',
  type: 'string',
  value: '',
  description: 'The address this app was connected on (glide.servlet.uri)',
  isPrivate: true,
  roles: { read: [adminRole, integrationRole], write: [adminRole] },
  $meta: { installMethod: 'first install' },
})

Property({
  $id: Now.ID['property-mode'],
  name: 'x_hlps_access.mode',
  type: 'choicelist',
  choices: ['push', 'pull'],
  value: 'push',
  description:
    'push: this instance calls Hallpass. pull: Hallpass reads the outbox here and writes its answers into it',
  roles: { read: [adminRole, integrationRole], write: [adminRole] },
  $meta: { installMethod: 'first install' },
})

Property({
  $id: Now.ID['property-mid-server'],
  name: 'x_hlps_access.mid_server',
  type: 'string',
  value: '',
  description: 'Name of a MID Server that reaches Hallpass; empty: this instance reaches it itself',
  roles: { read: [adminRole], write: [adminRole] },
  $meta: { installMethod: 'first install' },
})

/** Whoever reads orders from outside finds them by this; a test holds it against the item. */
Property({
  $id: Now.ID['property-catalog-item'],
  name: 'x_hlps_access.catalog_item',
  type: 'string',
  value: 'f341975e869a4ea6b6fb88510e845e18',
  description: 'sys_id of the catalog item "App access"; several, comma separated, when it was copied',
  roles: { read: [adminRole, integrationRole], write: [adminRole] },
})

Property({
  $id: Now.ID['property-task-group'],
  name: 'x_hlps_access.task_group',
  type: 'string',
  value: '',
  description: 'sys_id of the group that gets a task when automation could not; empty: your assignment rules decide',
  roles: { read: [adminRole], write: [adminRole] },
  $meta: { installMethod: 'first install' },
})
