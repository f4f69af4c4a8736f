export interface Visit {
  readonly status: number;
  readonly text: string;
  /** Where the answer sends the browser; empty when it stays. */
  readonly location: string;
  readonly cookies: readonly string[];
}

/** As much of a browser as a sign-in needs: it keeps cookies per host and follows redirects when told. */
export class Browser {
  constructor(private readonly jar = new Map<string, Map<string, string>>()) {}

  /** Returns a browser with a copy of the cookies. */
  fork(): Browser {
    return new Browser(new Map([...this.jar].map(([host, cookies]) => [host, new Map(cookies)])));
  }

  change(name: string, by: (value: string) => string): void {
    for (const cookies of this.jar.values()) {
      const value = cookies.get(name);
      if (value !== undefined) cookies.set(name, by(value));
    }
  }

  get(url: string): Promise<Visit> {
    return this.visit(url, { headers: { accept: 'text/html,application/json' } });
  }

  post(url: string, body: object, origin?: string): Promise<Visit> {
    const headers = { 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) };
    return this.visit(url, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Sends the form of the page. */
  submit({ text }: Visit, fields: Record<string, string>): Promise<Visit> {
    const action = /<form[^>]* action="([^"]+)"/.exec(text)?.[1];
    if (action === undefined) throw new Error(`no form in: ${text.slice(0, 500)}`);
    return this.visit(action, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Follows redirects as long as they stay on the host. */
  async follow(visit: Visit, host: string): Promise<Visit> {
    let current = visit;
    while (current.location.startsWith('/') || current.location.startsWith(host)) {
      current = await this.get(new URL(current.location, host).href);
    }
    return current;
  }

  private async visit(url: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Visit> {
    const { host } = new URL(url);
    const cookies = this.jar.get(host) ?? new Map<string, string>();
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    this.jar.set(host, cookies);
    const location = answer.headers.get('location') ?? '';
    return { status: answer.status, text: await answer.text(), location, cookies: answer.headers.getSetCookie() };
  }
}
