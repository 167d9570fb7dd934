import { Record } from '@servicenow/sdk/core'

/**
 * The catalog item in German. A translation names its record by sys_id, which for questions and choices only the registry of
 * keys knows: `catalog-words.test.ts` holds them against it, and that no question is without.
 */

Record({
  $id: Now.ID['catalog-de-item-name'],
  table: 'sys_translated_text',
  data: {
    tablename: 'sc_cat_item',
    fieldname: 'name',
    documentkey: 'f341975e869a4ea6b6fb88510e845e18',
    language: 'de',
    value: 'Zugang zu Apps',
  },
})

Record({
  $id: Now.ID['catalog-de-item-short-description'],
  table: 'sys_translated_text',
  data: {
    tablename: 'sc_cat_item',
    fieldname: 'short_description',
    documentkey: 'f341975e869a4ea6b6fb88510e845e18',
    language: 'de',
    value: 'Eine App bestellen, für sich oder für jemand anderen',
  },
})

Record({
  $id: Now.ID['catalog-de-item-description'],
  table: 'sys_translated_text',
  data: {
    tablename: 'sc_cat_item',
    fieldname: 'description',
    documentkey: 'f341975e869a4ea6b6fb88510e845e18',
    language: 'de',
    value:
      'Wählen Sie eine oder mehrere Apps. Wer zustimmen muss, wird der Reihe nach gefragt; sobald die letzte Zustimmung da ist, ist der Zugang da.',
  },
})

Record({
  $id: Now.ID['catalog-de-question-requested-for'],
  table: 'sys_translated_text',
  data: {
    tablename: 'item_option_new',
    fieldname: 'question_text',
    documentkey: '8c2aa673d1cd4cf1b6e75cfff90ecee7',
    language: 'de',
    value: 'Für wen ist es?',
  },
})

Record({
  $id: Now.ID['catalog-de-question-apps'],
  table: 'sys_translated_text',
  data: {
    tablename: 'item_option_new',
    fieldname: 'question_text',
    documentkey: '0501c56b41764e85aab7cd2cc482ee9c',
    language: 'de',
    value: 'Welche Apps?',
  },
})

Record({
  $id: Now.ID['catalog-de-question-duration-days'],
  table: 'sys_translated_text',
  data: {
    tablename: 'item_option_new',
    fieldname: 'question_text',
    documentkey: '970cd28c4c814fb6b45e4a6d356ae12b',
    language: 'de',
    value: 'Wie lange?',
  },
})

Record({
  $id: Now.ID['catalog-de-question-reason'],
  table: 'sys_translated_text',
  data: {
    tablename: 'item_option_new',
    fieldname: 'question_text',
    documentkey: 'f3dc9d45c3674934a18280fc8f4a717f',
    language: 'de',
    value: 'Wofür?',
  },
})

Record({
  $id: Now.ID['catalog-de-question-apps-tooltip'],
  table: 'sys_translated_text',
  data: {
    tablename: 'item_option_new',
    fieldname: 'tooltip',
    documentkey: '0501c56b41764e85aab7cd2cc482ee9c',
    language: 'de',
    value: 'Was die Person schon hat, wird nicht noch einmal bestellt',
  },
})

Record({
  $id: Now.ID['catalog-de-choice-7'],
  table: 'sys_translated_text',
  data: {
    tablename: 'question_choice',
    fieldname: 'text',
    documentkey: '0a6e9dd06eab4f288fef2c48772ec0c6',
    language: 'de',
    value: '1 Woche',
  },
})

Record({
  $id: Now.ID['catalog-de-choice-30'],
  table: 'sys_translated_text',
  data: {
    tablename: 'question_choice',
    fieldname: 'text',
    documentkey: '59aaf661236648fc8f1726db0ddbebf3',
    language: 'de',
    value: '1 Monat',
  },
})

Record({
  $id: Now.ID['catalog-de-choice-90'],
  table: 'sys_translated_text',
  data: {
    tablename: 'question_choice',
    fieldname: 'text',
    documentkey: 'e85fe3b1367c4758a158ed3c45bc18e5',
    language: 'de',
    value: '3 Monate',
  },
})

Record({
  $id: Now.ID['catalog-de-choice-365'],
  table: 'sys_translated_text',
  data: {
    tablename: 'question_choice',
    fieldname: 'text',
    documentkey: 'ee1fcd6f920f47aea41a73206b1d659a',
    language: 'de',
    value: '1 Jahr',
  },
})

Record({
  $id: Now.ID['catalog-de-choice-none'],
  table: 'sys_translated_text',
  data: {
    tablename: 'question_choice',
    fieldname: 'text',
    documentkey: 'f7bccbbc947e4135a3f99fb50c32422a',
    language: 'de',
    value: 'So lange es gebraucht wird',
  },
})
