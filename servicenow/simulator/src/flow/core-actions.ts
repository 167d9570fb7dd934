import type { Action } from './action-context.ts'
import * as record from './record-actions.ts'
import * as waiting from './waiting-actions.ts'

/** The platform's own actions that are run here, by the sys_id of their type. */
export const runnableActions: Readonly<Record<string, Action>> = {
  '330ba3abc31013002841b63b12d3aee8': waiting.getCatalogVariables,
  f8f2e9920b10030085c083eb37673abd: waiting.askForApproval,
  '605d0ab8931012105cd18166448918db': waiting.waitForMessage,
  '89ce8a4187120010663ca1bb36cb0be3': waiting.waitForCondition,
  af51fd0e73141300612c273ffff6a785: waiting.createCatalogTask,
  '2b3a6335531003003bf1d9109ec58759': waiting.createTask,
  f9d01dd2c31332002841b63b12d3aea1: record.updateRecord,
  '2de05916c31332002841b63b12d3aee1': record.createRecord,
  ab575ae253b3230034c6ddeeff7b12f1: record.createOrUpdateRecord,
  c3e09916c31332002841b63b12d3aedf: record.deleteRecord,
  '9d09f99587003300663ca1bb36cb0ba3': record.lookUpRecord,
  '43400a1587003300663ca1bb36cb0b4b': record.lookUpRecords,
  '9daf2a72c75100105312134c95c26073': record.updateMultipleRecords,
  '5bc1bcc6531003003bf1d9109ec587d4': record.log,
  '80a30edeff30311077a95dac793bf19b': record.fireEvent,
  c1806bf4a70323008299b39f087901cb: record.sendEmail,
}
