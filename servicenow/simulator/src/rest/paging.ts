/** Links to the neighbouring pages, as the Link header of a list. `total` is null where nothing was counted. */
export function pageLinks(url: string, limit: number, offset: number, total: number | null, hasMore: boolean): string {
  const at = (start: number, rel: string) => `<${withPage(url, limit, start)}>;rel="${rel}"`
  const links = [at(0, 'first')]
  if (offset > 0) links.push(at(Math.max(0, offset - limit), 'prev'))
  if (hasMore) links.push(at(offset + limit, 'next'))
  if (total !== null && limit > 0) links.push(at(Math.max(0, Math.ceil(total / limit) - 1) * limit, 'last'))
  return links.join(',')
}

/** What delimits links in the header (RFC 8288 §3) is escaped: queries hold `>` and lists of fields commas. */
function withPage(url: string, limit: number, offset: number): string {
  const [path = '', query = ''] = url.split('?')
  const kept = query
    .split('&')
    .filter((part) => part !== '' && !/^sysparm_(offset|limit)=/.test(part))
    .concat(`sysparm_limit=${limit}`, `sysparm_offset=${offset}`)
  return `${path}?${kept.join('&')}`.replace(/[<>,;"]/g, encodeURIComponent)
}
