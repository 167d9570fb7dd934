/**
 * Makes one account what roles say. It is driven by levels, not by edges: what is wanted follows from grants, what there is
 * is asked of the app, and the difference is closed. So granting, revoking, expiry, leaving and drift are this one function,
 * it may be killed and repeated at any point, and a lost answer never makes a second account.
 */
import type { Tx } from '../platform/database/database.ts'
import { TryAgainAt } from '../platform/jobs/jobs.ts'
import type { AppConnector, Match, RemoteAccount } from './connectors/connector.ts'
import { rejected } from './connectors/failures.ts'
import { type AccountDecision, type AccountFacts, decideAccount, profileMark } from './decide-account.ts'
import { Doubt, failAccount } from './fail-account.ts'
import { intend } from './intend.ts'
import { isAutomated } from './open-app.ts'
import { reconcileByHand } from './reconcile-by-hand.ts'
import { makeMemberships, planMemberships } from './reconcile-groups.ts'
import { type LinkPlan, linkReports, planLinks } from './reconcile-links.ts'
import { keyOf, profileOf, type ReconcileDeps, type Run } from './run.ts'
import { settleAccount } from './settle-account.ts'
import { otherHolder, updateOwned } from './store-accounts.ts'
import { connectionOf } from './store-connections.ts'

export async function reconcileAccount(
  deps: ReconcileDeps,
  target: { appId: string; personId: string },
): Promise<void> {
  const run = await begin(deps, target)
  if (run === null) return
  if (!isAutomated(run.connection.kind)) return settleWithoutApp(deps, run)
  await waitForTurn(deps, run)
  let hasAnswered = false
  try {
    await makeItSo(deps, run)
    hasAnswered = true
  } catch (error) {
    await failAccount(deps, run, error)
  } finally {
    await deps.apps.settleTurn(run.connection, run.lane, hasAnswered)
  }
}

/**
 * Puts this run's name on the account, and then reads what is wanted: a wish that comes in between has a run of its own
 * behind it. Null when nothing outside is left to do.
 */
async function begin(deps: ReconcileDeps, target: { appId: string; personId: string }): Promise<Run | null> {
  const { db } = deps
  const id = deps.ids.next()
  const account = await deps.claimAccount({ ...target, runId: id })
  if (account === null) return null
  const [connection, desired, person] = await Promise.all([
    connectionOf(db, target.appId),
    deps.access.desiredAccount(db, target.personId, target.appId),
    deps.directory.person(db, target.personId),
  ])
  const lane = desired.active ? 'start' : 'end'
  const run: Run = { id, account, connection, desired, person, lane, intent: null }
  // That somebody has left is known from the directory, whatever the backup says.
  const mustWait = isAutomated(connection.kind) && connection.awaitsComparison && person?.state === 'active'
  return mustWait ? db.transaction((tx) => wait(deps, tx, run)) : run
}

/** In a transaction of its own: settling locks requests and grants, and `begin` holds the account. */
async function settleWithoutApp(deps: ReconcileDeps, run: Run): Promise<void> {
  try {
    await deps.db.transaction(async (tx) => {
      if (run.connection.kind === 'manual') await reconcileByHand(deps, tx, run)
      else await settleAccount(deps, tx, run, { actual: run.account.actual })
    })
  } catch (error) {
    await failAccount(deps, run, error)
  }
}

const waitMs = 15 * 60_000

/** After a restore our books are older than the app: nothing is written before somebody has seen what that would change. */
async function wait(deps: ReconcileDeps, tx: Tx, run: Run): Promise<null> {
  const now = deps.clock.now()
  await updateOwned(
    tx,
    { accountId: run.account.id, runId: run.id, now },
    {
      lastError: 'Hallpass was restored from a backup. An administrator has to compare this app and confirm it first.',
      nextTryAt: new Date(now.getTime() + waitMs),
      runId: null,
    },
  )
  return null
}

/** An app is asked no faster than it takes; this account keeps its place in the line. */
async function waitForTurn(deps: ReconcileDeps, run: Run): Promise<void> {
  const turn = await deps.apps.takeTurn(run.connection, run.lane, run.account.turnAt)
  if (turn.now) return
  const owner = { accountId: run.account.id, runId: run.id, now: deps.clock.now() }
  await deps.db.transaction((tx) => updateOwned(tx, owner, { turnAt: turn.at, nextTryAt: turn.at, runId: null }))
  throw new TryAgainAt(turn.at, 'The app is asked no faster than it takes.')
}

async function makeItSo(deps: ReconcileDeps, run: Run): Promise<void> {
  const connector = await deps.apps.open(run.connection)
  const plan = await planLinks(deps, run, connector)
  const found = await makeAccount(deps, run, connector, plan)
  if (found !== null) await makeGroups(deps, run, connector, found)
  await deps.shareTransaction(run.account.personId, async (tx) => {
    await settleAccount(deps, tx, run, {
      actual: found === null ? 'none' : found.active ? 'active' : 'inactive',
      remoteId: found?.remoteId ?? null,
      userName: found?.userName ?? null,
      entitlements: givenAfter(run, found),
      profileMark: run.account.profileMark,
      ...plan.learned,
    })
    await linkReports(deps, tx, run, found, plan)
  })
}

/** At most: find an account of ours that stopped half-way, then two writes. More than that, and the app is undoing us. */
const writesMax = 3

async function makeAccount(
  deps: ReconcileDeps,
  run: Run,
  connector: AppConnector,
  plan: LinkPlan,
): Promise<RemoteAccount | null> {
  let matches = await look(connector, run)
  const isVouched = await isVouchedAmong(deps, run, matches)
  for (let writes = 0; writes <= writesMax; writes++) {
    const facts = factsOf(run, { matches, isVouched }, plan)
    const decision = decideAccount(facts)
    if (decision.kind === 'absent') return null
    if (decision.kind === 'doubt') throw new Doubt(decision.why, decision.candidates)
    // Only what was found can be somebody else's; what this run made is not.
    if (writes === 0 && decision.kind !== 'make') await refuseAnothers(deps, run, decision.found)
    if (decision.kind === 'as_wanted') return decision.found
    await intend(deps, run, actionOf(decision))
    const account = await connector.ensure(
      decision.kind === 'make' ? { found: null, make: decision.make } : { ...decision, key: facts.key },
    )
    matches = [{ account, by: 'remoteId' }]
    remember(run, facts, account)
  }
  throw rejected('The app does not keep the account as Hallpass writes it.')
}

async function look(connector: AppConnector, { account, ...run }: Run): Promise<Match[]> {
  if (account.isChosen && account.remoteId !== null) {
    const chosen = await connector.get(account.remoteId)
    if (chosen !== null) return [{ account: chosen, by: 'remoteId' }]
  }
  return connector.find(keyOf({ account, ...run }), account.remoteId)
}

/** Asked only where a user name is all that an account was found by. */
async function isVouchedAmong({ db, directory }: ReconcileDeps, { account }: Run, matches: readonly Match[]) {
  if (!matches.some(({ by }) => by === 'userName')) return true
  return (await directory.vouchedByDirectory(db, [account.personId])).has(account.personId)
}

function factsOf(
  run: Run,
  found: Pick<AccountFacts, 'matches' | 'isVouched'>,
  { links, keptDepartment }: LinkPlan,
): AccountFacts {
  const { account, connection, desired } = run
  return {
    wanted: desired,
    key: keyOf(run),
    profile: profileOf(run),
    links,
    keptDepartment,
    ...found,
    known: { isChosen: account.isChosen, profileMark: account.profileMark, given: account.entitlements },
    hasValues: connection.settings.entitlementsAs.includes('entitlements'),
  }
}

/** What was written is known from here on, so that looking again finds nothing to do. */
function remember(run: Run, facts: AccountFacts, written: RemoteAccount): void {
  const { account, desired } = run
  run.account = {
    ...account,
    isChosen: false,
    ...(desired.active ? { profileMark: profileMark(facts, written) } : {}),
    ...(desired.active && facts.hasValues
      ? { entitlements: [...new Set([...account.entitlements, ...desired.entitlements])] }
      : {}),
  }
}

async function refuseAnothers(deps: ReconcileDeps, run: Run, found: RemoteAccount): Promise<void> {
  const { appId, personId } = run.account
  const holder = await otherHolder(deps.db, appId, found.remoteId, personId)
  if (holder !== null) throw new Doubt('held_by_other', [])
}

async function makeGroups(
  deps: ReconcileDeps,
  run: Run,
  connector: AppConnector,
  account: RemoteAccount,
): Promise<void> {
  if (!run.connection.settings.entitlementsAs.includes('groups') || connector.groups === undefined) return
  const { desired, connection } = run
  const plan = await planMemberships(deps, {
    appId: connection.appId,
    account,
    wanted: desired.active ? desired.entitlements : [],
    given: run.account.entitlements,
  })
  if (plan.add.length + plan.remove.length === 0) return
  await intend(deps, run, run.intent?.action ?? 'account.entitled')
  await makeMemberships(deps, connector, connection.appId, account.remoteId, plan)
}

/** An ended account keeps the values of its entitlement attribute, and they are taken when it begins again. */
function givenAfter({ desired, account, connection }: Run, found: RemoteAccount | null): string[] {
  if (found === null) return []
  if (desired.active) return desired.entitlements
  return connection.settings.entitlementsAs.includes('entitlements') ? account.entitlements : []
}

function actionOf(decision: Extract<AccountDecision, { kind: 'make' | 'change' }>): string {
  if (decision.kind === 'make') return 'account.created'
  if (decision.isAdoption) return 'account.adopted'
  if (decision.change.active === true) return 'account.reactivated'
  if (decision.change.active === false) return 'account.ended'
  return 'account.updated'
}
