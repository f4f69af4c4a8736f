/** What one caller sent and got back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends one request to a server process; a body goes as JSON. */
export async function ask(url: string, token: string, init: RequestInit & { json?: object } = {}): Promise<Answer> {
  const { json, headers, ...rest } = init;
  const answer = await fetch(url, {
    ...rest,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(json === undefined ? {} : { body: JSON.stringify(json), method: rest.method ?? 'POST' }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Opens a session of a built-in account and returns its token. */
export async function signInAt(url: string, account: string): Promise<string> {
  const answer = await fetch(`${url}/v1/local-session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  if (answer.status !== 201) throw new Error(`${account} could not sign in: ${await answer.text()}`);
  return Object(await answer.json()).token;
}
