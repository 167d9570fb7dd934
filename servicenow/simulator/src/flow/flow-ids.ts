/** Sys_ids by which flows name what they do; the same on every instance (from ServiceNow's SDK, MIT licence). */
export const logicKinds: Readonly<Record<string, LogicKind>> = {
  af4e1945c3e232002841b63b12d3ae3e: 'if',
  '666e5545c3e232002841b63b12d3ae99': 'else_if',
  '1f781bf3c32232002841b63b12d3aee6': 'else',
  fdb2541473031300b61e66476bf6a70e: 'wait',
  '7444b31c37063110ac85cdd734924bff': 'exit_loop',
  d176605ea76103004f27b0d2187901c7: 'end',
  '48de1b5837063110ac85cdd734924b15': 'skip_iteration',
  '098e1dc5c3e232002841b63b12d3ae33': 'for_each',
  '07223332de022010ec58424b73829721': 'try',
  '35d60003e6022010a5e40cdd1254dd21': 'catch',
  '5d31e5dedfe50300b61ecae83df26326': 'parallel',
  a1168de173311300b61e66476bf6a7d0: 'branch',
  '4f787d1e0f9b0010ecf0cc52ff767ea0': 'set_variables',
  '4784e82683031210d266f953d22bc0fd': 'append_variables',
  df4e1945c3e232002841b63b12d3ae3e: 'assign_outputs',
}

export type LogicKind =
  | 'if'
  | 'else_if'
  | 'else'
  | 'wait'
  | 'exit_loop'
  | 'end'
  | 'skip_iteration'
  | 'for_each'
  | 'try'
  | 'catch'
  | 'parallel'
  | 'branch'
  | 'set_variables'
  | 'append_variables'
  | 'assign_outputs'

/** The platform's own actions. One that is named here and not in core-actions.ts is known, and refused by name. */
export const coreActions: Readonly<Record<string, string>> = {
  '330ba3abc31013002841b63b12d3aee8': 'Get Catalog Variables',
  f8f2e9920b10030085c083eb37673abd: 'Ask For Approval',
  '605d0ab8931012105cd18166448918db': 'Wait For Message',
  '89ce8a4187120010663ca1bb36cb0be3': 'Wait For Condition',
  f9d01dd2c31332002841b63b12d3aea1: 'Update Record',
  '2de05916c31332002841b63b12d3aee1': 'Create Record',
  ab575ae253b3230034c6ddeeff7b12f1: 'Create or Update Record',
  c3e09916c31332002841b63b12d3aedf: 'Delete Record',
  '9d09f99587003300663ca1bb36cb0ba3': 'Look Up Record',
  '43400a1587003300663ca1bb36cb0b4b': 'Look Up Records',
  '9daf2a72c75100105312134c95c26073': 'Update Multiple Records',
  '2b3a6335531003003bf1d9109ec58759': 'Create Task',
  af51fd0e73141300612c273ffff6a785: 'Create Catalog Task',
  '5bc1bcc6531003003bf1d9109ec587d4': 'Log',
  '80a30edeff30311077a95dac793bf19b': 'Fire Event',
  c1806bf4a70323008299b39f087901cb: 'Send Email',
  '0d8dd9f10f11101051218e8ebc767e27': 'Send Notification',
  c7a04c607312001098e194596bf6a72a: 'Submit Catalog Item Request',
  '082e70db0f4273003788001ea8767e02': 'Get Attachments on Record',
  bdc2a0170f973300dfd3694e68767e47: 'Delete Attachment',
  a1a50c4573873300d70877186bf6a762: 'SLA Percentage Timer',
  '7159823353cc10103a33ddeeff7b1216': 'Move Attachment',
  '027499be7333001099792f163cf6a7a7': 'Send SMS',
  '8e38de067f0312108e688c90ac866501': 'Wait For Email Reply',
  a8cfa3efa70223008299b39f0879018b: 'Get Email Header',
  bd8fcd48a73133008299b39f087901fc: 'Move Email Attachments to Record',
  '87a397837333001098e194596bf6a7bc': 'Record Producer',
  '6ecdee36935023005e69925cf67ffb47': 'Look Up Attachment',
  '30fe6cdb0f973300dfd3694e68767e5a': 'Copy Attachment',
  '7b95a4c0a73133008299b39f087901b4': 'Associate Record to Email',
  fd4a0fb70f003300ecf0cc52ff767e2a: 'Add Worknote Link to Context',
}

/** The script step of a custom action, and its two inputs that matter. */
export const scriptStep = {
  type: '106afb6647032200b4fad7527c9a71e7',
  script: '71aa7f6647032200b4fad7527c9a719b',
  runtime: '74315b04b3201300176b051a16a8dc2b',
} as const
