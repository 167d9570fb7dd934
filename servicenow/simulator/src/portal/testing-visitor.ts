/** A browser without a screen: keeps its cookie, follows redirects, fills forms in by name. */
export async function visit(url: string, userName: string, password: string) {
  let cookie = ''
  const go = async (
    path: string,
    form?: Record<string, string | string[]>,
  ): Promise<{ status: number; text: string; path: string }> => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form ?? {})) for (const one of [value].flat()) body.append(name, one)
    const answer = await fetch(new URL(path, url), {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body } : {}),
    })
    const set = answer.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    const next = answer.headers.get('location')
    if (next) return go(next)
    return { status: answer.status, text: await answer.text(), path }
  }
  await go('/sp/login', { user_name: userName, user_password: password, next: '/sp' })
  return {
    go,
    /** Where a page leads to, without going there. */
    async whereTo(path: string): Promise<string> {
      const answer = await fetch(new URL(path, url), { redirect: 'manual', headers: { cookie } })
      return answer.headers.get('location') ?? ''
    },
    /** Sends a form that leads out of the portal; where to. */
    async sendTo(path: string, form: Record<string, string>): Promise<string> {
      const token = /name="sysparm_ck" value="([^"]+)"/.exec((await go(path)).text)?.[1] ?? ''
      const body = new URLSearchParams({ sysparm_ck: token, ...form })
      const answer = await fetch(new URL(path, url), { method: 'POST', body, redirect: 'manual', headers: { cookie } })
      return answer.headers.get('location') ?? ''
    },
    /** Sends a form from a page, with the token that page holds. */
    async send(path: string, form: Record<string, string | string[]>) {
      const page = await go(path)
      const token = /name="sysparm_ck" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
      return go(path, { sysparm_ck: token, ...form })
    },
  }
}
