import type { TestApp } from './app.js';

export type Sql = <Row = { id: string }>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Statements as the application's own role, past the application. */
export const sqlOf =
  (app: TestApp): Sql =>
  <Row>(text: string, values: readonly unknown[] = []) =>
    app.db.dataSource.query<Row[]>(text, [...values]);

/** The id of a local account. */
export async function personId(app: TestApp, account: string): Promise<string> {
  const [person] = await sqlOf(app)(`SELECT id FROM person WHERE issuer = 'local' AND subject = $1`, [account]);
  if (person === undefined) throw new Error(`${account} is nobody`);
  return person.id;
}
