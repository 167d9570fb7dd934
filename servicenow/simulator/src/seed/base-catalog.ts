import type { Records } from '../store/records.ts'
import { put } from './put.ts'

/** The catalog's sys_id on every instance; apps refer to it. */
export const serviceCatalogId = 'e0d08b13c3330100c8b837659bba8fb4'

/** A catalog as a new instance brings one: something to order, and something to report. */
export function seedCatalog(records: Records): void {
  put(records, 'sc_catalog', serviceCatalogId, {
    title: 'Service Catalog',
    active: 'true',
    description: 'What you may ask for',
  })
  const hardware = category(records, 'd258b953c611227a0146101fb1be7c31', 'Hardware')
  const help = category(records, 'e15706fc0a0a0aa7007fc21e1ab70c2f', 'Can We Help You?')

  const laptop = item(records, 'sc_cat_item', '04b7e94b4f7b4200086eeed18110c7fd', hardware, {
    name: 'Standard Laptop',
    short_description: 'A laptop for everyday work',
    description: '<p>A 14 inch laptop with a docking station, set up for your department.</p>',
    price: '1100',
    delivery_time: '1970-01-06 00:00:00',
  })
  variable(records, laptop, 'memory', '5', 'How much memory?', { default_value: '16', mandatory: 'true' }, [
    ['16', '16 GB'],
    ['32', '32 GB'],
  ])
  variable(records, laptop, 'additional_software', '2', 'Additional software', {})
  variable(records, laptop, 'needs_bag', '7', 'With a bag', {})

  const report = item(records, 'sc_cat_item_producer', '3f1dd0320a0a0b99000a53f7604a2ef9', help, {
    name: 'Report an Incident',
    short_description: 'Tell us what does not work',
    table_name: 'incident',
  })
  variable(records, report, 'short_description', '6', 'What does not work?', {
    mandatory: 'true',
    map_to_field: 'true',
    field: 'short_description',
  })
  variable(
    records,
    report,
    'urgency',
    '5',
    'How urgent is it?',
    { default_value: '3', map_to_field: 'true', field: 'urgency' },
    [
      ['1', 'High'],
      ['2', 'Medium'],
      ['3', 'Low'],
    ],
  )
}

function category(records: Records, id: string, title: string): string {
  return put(records, 'sc_category', id, { title, sc_catalog: serviceCatalogId, active: 'true' })
}

function item(records: Records, table: string, id: string, categoryId: string, values: Record<string, string>): string {
  put(records, table, id, {
    active: 'true',
    sc_catalogs: serviceCatalogId,
    category: categoryId,
    type: 'item',
    ...values,
  })
  put(records, 'sc_cat_item_catalog', id, { sc_catalog: serviceCatalogId, sc_cat_item: id })
  put(records, 'sc_cat_item_category', id, { sc_category: categoryId, sc_cat_item: id })
  return id
}

function variable(
  records: Records,
  catItem: string,
  name: string,
  type: string,
  question: string,
  values: Record<string, string>,
  choices: readonly (readonly [value: string, text: string])[] = [],
): void {
  const order = String(100 * (1 + records.count('item_option_new', `cat_item=${catItem}`)))
  const about = { cat_item: catItem, name, type, question_text: question, order, active: 'true', ...values }
  const id = put(records, 'item_option_new', `${catItem} ${name}`, about)
  choices.forEach(([value, text], index) => {
    put(records, 'question_choice', `${id} ${value}`, { question: id, value, text, order: String(index) })
  })
}
