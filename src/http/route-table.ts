/** Which methods each address knows, so that a wrong method is told from a wrong address. */
export class RouteTable {
  private readonly methods = new Map<string, { readonly pattern: RegExp; readonly allowed: Set<string> }>();

  /** Notes a route in the router's syntax (`/v1/models/:id`); catch-alls are left out, they know every address. */
  add(url: string, method: string | readonly string[]): void {
    if (url.includes('*')) return;
    const known = this.methods.get(url) ?? { pattern: patternOf(url), allowed: new Set<string>() };
    for (const each of [method].flat()) known.allowed.add(each);
    this.methods.set(url, known);
  }

  /** Returns the methods that the path answers to, sorted; empty when the address is unknown. */
  allowed(path: string): readonly string[] {
    const found = new Set<string>();
    for (const { pattern, allowed } of this.methods.values()) {
      if (pattern.test(path)) for (const method of allowed) found.add(method);
    }
    return [...found].sort();
  }
}

const patternOf = (url: string): RegExp =>
  new RegExp(`^${url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
