/** What flow steps, rules, jobs and script includes call: the logic, handed the platform. One line each. */
import { appQualifier } from './app-qualifier.ts'
import { finishOrder } from './finish-order.ts'
import { glide } from './glide.ts'
import { openApprovals } from './open-approvals.ts'
import { prepareOrder } from './prepare-order.ts'
import { beginStage, endStage, ruleOfItem } from './run-stage.ts'
import { startFulfilment } from './start-fulfilment.ts'

export const door = {
  appQualifier: (personId: string) => appQualifier(glide, personId),
  prepareOrder: (itemId: string) => prepareOrder(glide, itemId),
  openApprovals: (itemId: string) => openApprovals(glide, itemId),
  beginStage: (stageId: string) => beginStage(glide, stageId),
  ruleOfItem: (itemId: string) => ruleOfItem(glide, itemId),
  endStage: (stageId: string, approvalState: string) => endStage(glide, stageId, approvalState),
  startFulfilment: (itemId: string, opened: string) => startFulfilment(glide, itemId, opened),
  finishOrder: (itemId: string, opened: string, message: string) => finishOrder(glide, itemId, opened, message),
}
