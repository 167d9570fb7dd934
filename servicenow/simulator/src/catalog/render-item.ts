import type { Records, Row, Who } from '../store/records.ts'
import { inLanguage, sessionLanguage } from '../store/translations.ts'
import { type Variable, variablesIn } from './variables.ts'

const friendlyTypes: Readonly<Record<string, string>> = {
  1: 'yes_no',
  2: 'multi_line_text',
  3: 'multiple_choice',
  5: 'select_box',
  6: 'single_line_text',
  7: 'check_box',
  8: 'reference',
  9: 'date',
  10: 'date_time',
  11: 'label',
  16: 'wide_single_line_text',
  18: 'lookup_select_box',
  19: 'container_start',
  20: 'container_end',
  21: 'list_collector',
  22: 'lookup_multiple_choice',
  23: 'html',
  24: 'container_split',
  25: 'masked',
  26: 'email',
  27: 'url',
  29: 'duration',
  31: 'requested_for',
  32: 'rich_text_label',
  33: 'attachment',
}

/** An item as lists of the Service Catalog API show it. */
export function itemSummary(records: Records, untranslated: Row, who: Who) {
  const item = itemIn(records, untranslated, sessionLanguage(records, who.userId))
  const category = item.category ? records.get('sc_category', item.category) : null
  return {
    sys_id: item.sys_id,
    name: item.name ?? '',
    short_description: item.short_description ?? '',
    description: item.description ?? '',
    sys_class_name: item.sys_class_name ?? '',
    type: item.sys_class_name === 'sc_cat_item_producer' ? 'record_producer' : 'catalog_item',
    catalogs: catalogsOf(records, item),
    category: category
      ? { sys_id: category.sys_id, title: category.title ?? '', active: category.active === 'true' }
      : null,
    order: Number(item.order ?? 0),
    price: money(item.price),
    recurring_price: money(item.recurring_price),
    picture: item.picture ?? '',
    icon: item.icon ?? '',
    show_price: item.omit_price !== 'true',
    request_method: item.request_method ?? '',
    mandatory_attachment: item.mandatory_attachment === 'true',
    availability: item.availability ?? '',
    local_currency: 'USD',
  }
}

/** An item as somebody reads it who speaks this language. */
export function itemIn(records: Records, item: Row, language: string): Row {
  return inLanguage(records, language, 'sc_cat_item', item)
}

/** An item with its questions, as its form needs it. */
export function itemDetails(records: Records, item: Row, who: Who) {
  const id = item.sys_id ?? ''
  return {
    ...itemSummary(records, item, who),
    variables: variablesIn(records, id, sessionLanguage(records, who.userId)).map((variable) =>
      renderVariable(records, variable, who),
    ),
    ui_policy: records.find('catalog_ui_policy', `catalog_item=${id}^active=true^ORDERBYorder`).map((policy) => ({
      sys_id: policy.sys_id,
      short_description: policy.short_description ?? '',
      conditions: policy.catalog_conditions ?? '',
      onload: policy.on_load === 'true',
      reverse: policy.reverse_if_false === 'true',
      actions: records.find('catalog_ui_policy_action', `ui_policy=${policy.sys_id}^ORDERBYorder`).map((action) => ({
        name: action.catalog_variable ?? '',
        mandatory: action.mandatory ?? 'ignore',
        visible: action.visible ?? 'ignore',
        readonly: action.disabled ?? 'ignore',
      })),
    })),
    client_script: clientScripts(records, id),
    data_policy: [],
  }
}

function renderVariable(records: Records, { row, name, type, isMandatory, choices }: Variable, who: Who) {
  const value = type === '31' && !row.default_value ? who.userId : (row.default_value ?? '')
  const reference = type === '31' ? 'sys_user' : (row.reference ?? row.list_table ?? '')
  const pointed = reference && value ? records.get(reference, value) : null
  return {
    active: row.active === 'true',
    id: row.sys_id,
    name,
    label: row.question_text ?? '',
    type: Number(type),
    friendly_type: friendlyTypes[type] ?? type,
    mandatory: isMandatory,
    read_only: row.read_only === 'true',
    order: Number(row.order ?? 0),
    value,
    displayvalue: pointed ? records.displayOf(reference, pointed) : value,
    help_text: row.help_text ?? '',
    reference: reference || (row.lookup_table ?? ''),
    ref_qualifier: row.reference_qual ?? '',
    choices: choices.map((choice, index) => ({ label: choice.text ?? '', value: choice.value ?? '', index })),
  }
}

function clientScripts(records: Records, itemId: string) {
  const rows = records.find('catalog_script_client', `cat_item=${itemId}^active=true`)
  const of = (type: string) =>
    rows.filter((row) => row.type === type).map((row) => ({ sys_id: row.sys_id, script: row.script ?? '' }))
  return { onLoad: of('onLoad'), onChange: of('onChange'), onSubmit: of('onSubmit') }
}

function catalogsOf(records: Records, item: Row) {
  const linked = records.find('sc_cat_item_catalog', `sc_cat_item=${item.sys_id}`).map((link) => link.sc_catalog ?? '')
  const ids = new Set([...(item.sc_catalogs ?? '').split(','), ...linked].filter(Boolean))
  return [...ids].flatMap((id) => {
    const catalog = records.get('sc_catalog', id)
    return catalog ? [{ sys_id: id, title: catalog.title ?? '', active: catalog.active === 'true' }] : []
  })
}

export function money(value: string | undefined): string {
  const options = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return value ? `$${Number(value).toLocaleString('en-US', options)}` : ''
}
