/** The app's page of accounts for people: who may use the app, as the app itself sees it. */
export function accountsPage(title, accounts) {
  const rows = accounts.map(accountRow).join('\n')
  const count = `${accounts.length} ${accounts.length === 1 ? 'account' : 'accounts'}`
  return page(
    `${title}: accounts`,
    `<h1>${escapeHtml(title)}</h1>
<p>${accounts.length === 0 ? 'No account yet.' : count}</p>
<table>
<thead><tr><th>Name</th><th>Account</th><th>Rights</th><th>State</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>`,
  )
}

/** What somebody sees who signed on. */
export function welcomePage(title, account) {
  return page(
    `${title}: home`,
    `<h1>Welcome, <bdi>${escapeHtml(account.displayName)}</bdi></h1>
<p>You are signed in to ${escapeHtml(title)} as ${escapeHtml(account.userName)}. Your rights: ${rightsOf(account)}.</p>
<p><a href="/">All accounts of the app</a></p>`,
  )
}

export function refusedPage(title) {
  return page(
    `${title}: no account`,
    `<h1>You have no account here</h1>
<p>${escapeHtml(title)} knows nobody of that name, or the account was switched off.</p>`,
  )
}

function page(title, content) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; --line: #8884; --quiet: light-dark(#5c5c5c, #a3a3a3); --yes: light-dark(#116b3a, #5ac48a); --no: light-dark(#855900, #e0b050) }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.4rem; margin: 0 } p { color: var(--quiet); margin: .25rem 0 1.5rem }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
  th, td { text-align: start; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
  td:nth-child(2) { overflow-wrap: anywhere } th { font-weight: 600; color: var(--quiet) } .yes { color: var(--yes) } .no { color: var(--no) }
</style>
</head>
<body>
${content}
</body>
</html>
`
}

function accountRow(account) {
  const state = account.active ? '<td class="yes">Active</td>' : '<td class="no">Inactive</td>'
  return `<tr><td><bdi>${escapeHtml(account.displayName)}</bdi></td><td>${escapeHtml(account.userName)}</td><td>${rightsOf(account)}</td>${state}</tr>`
}

function rightsOf(account) {
  return [...account.entitlements, ...account.groups].map(escapeHtml).join(', ') || '–'
}

function escapeHtml(text) {
  const codes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return String(text).replace(/[&<>"']/g, (character) => codes[character])
}
