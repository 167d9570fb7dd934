/** The app's page of accounts for people: who may use the app, as the app itself sees it. */
export function accountsPage(title, accounts) {
  const rows = accounts.map(accountRow).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: accounts</title>
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
<h1>${escapeHtml(title)}</h1>
<p>${accounts.length === 0 ? 'No account yet.' : `${accounts.length} ${accounts.length === 1 ? 'account' : 'accounts'}`}</p>
<table>
<thead><tr><th>Name</th><th>Account</th><th>Rights</th><th>State</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</body>
</html>
`
}

function accountRow(account) {
  const rights = [...account.entitlements, ...account.groups].map(escapeHtml).join(', ') || '–'
  const state = account.active ? '<td class="yes">Active</td>' : '<td class="no">Inactive</td>'
  return `<tr><td><bdi>${escapeHtml(account.displayName)}</bdi></td><td>${escapeHtml(account.userName)}</td><td>${rights}</td>${state}</tr>`
}

function escapeHtml(text) {
  const codes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return String(text).replace(/[&<>"']/g, (character) => codes[character])
}
