/** The app's own view of its accounts, read from its tables and not by SCIM: what the other side claims is checked against it. */
export function listAccounts(database) {
  const accounts = database.prepare('select * from "scimUser" order by "createdAt", "userName"').all()
  const memberships = database
    .prepare(
      `select m."scimUserId" as "accountId", g."displayName" as name
         from "scimGroupMember" m join "scimGroup" g on g.id = m."groupId" order by name`,
    )
    .all()
  return accounts.map((account) => ({
    id: account.id,
    userName: account.userName,
    externalId: account.externalId,
    displayName: account.displayName,
    email: account.primaryEmail,
    active: account.active === 1,
    entitlements: entitlementsOf(account),
    manager: attributesOf(account).enterprise?.manager?.value ?? null,
    department: attributesOf(account).enterprise?.department ?? null,
    groups: memberships.filter((membership) => membership.accountId === account.id).map(({ name }) => name),
    createdAt: account.createdAt,
    updatedAt: account.updatedAt,
  }))
}

function entitlementsOf(account) {
  return (attributesOf(account).entitlements ?? []).map((entitlement) => entitlement.value)
}

function attributesOf(account) {
  return account.serializedAttributes ? JSON.parse(account.serializedAttributes) : {}
}
