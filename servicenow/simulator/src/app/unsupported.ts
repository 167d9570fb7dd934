import { kindOfStep } from '../atf/step-kinds.ts'
import { flowFaults } from '../flow/flow-faults.ts'
import { isDrawn } from '../portal/read-dashboard.ts'
import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'

/** Kinds of record an app may bring that nothing here acts on, and what that means. */
const inert: Readonly<Record<string, string>> = {
  contract_sla: 'SLAs do not run',
  sysevent_in_email_action: 'no mail comes in',
  sys_script_email: 'mail scripts are not run',
  wf_workflow: 'legacy workflows are not run',
  sys_data_policy2: 'data policies are not enforced',
  sys_pd_process_definition: 'playbooks are not run',
  scan_check: 'instance scan does not run',
  sys_retry_policy: 'retry policies belong to IntegrationHub steps, which are not run',
  sc_cat_item_delivery_plan: 'execution plans are not run',
}

/** What of an installed app will not work here, record by record; also kept in sys_install_warning. */
export function warnAboutUnsupported(records: Records, app: string): string[] {
  for (const row of records.find('sys_install_warning', `app=${app}`))
    records.remove('sys_install_warning', row.sys_id ?? '', system, { withoutRules: true })
  const warnings: string[] = []
  const warn = (table: string, row: Row, message: string) => {
    const name = row.name || row.display_name || row.label || row.sys_id || ''
    warnings.push(`${table} "${name}": ${message}`)
    const values = { app, record_table: table, record_id: row.sys_id ?? '', record_name: name, message }
    records.insert('sys_install_warning', values, system, { withoutRules: true })
  }
  for (const [table, message] of Object.entries(inert))
    if (records.dictionary.has(table))
      for (const row of records.find(table, `sys_scope=${app}`)) warn(table, row, message)
  for (const row of records.find('sys_ui_action', `sys_scope=${app}^client=true`))
    warn('sys_ui_action', row, 'scripts of a browser are not run')
  for (const row of records.find('par_dashboard_widget', `sys_scope=${app}`))
    if (!isDrawn(row.component ?? '')) warn('par_dashboard_widget', row, 'a component of this kind is not drawn')
  for (const row of records.find('sys_atf_step', `sys_scope=${app}`))
    if (kindOfStep(row.step_config ?? '') === null) warn('sys_atf_step', row, 'test steps of this kind are not run')
  for (const row of records.find('sys_script', `sys_scope=${app}^action_query=true^active=true`))
    warn('sys_script', row, 'query rules are not run')
  for (const row of records.find('sys_hub_flow', `sys_scope=${app}`))
    for (const fault of flowFaults(records, row)) warn('sys_hub_flow', row, fault)
  return warnings
}
