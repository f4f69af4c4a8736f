import type { ClientBase } from 'pg';

/** The role that the application works as; created by the migrations where the server lets them. */
export const APPLICATION_ROLE = 'modelfolio_app';

/** Drops the rights of the login role for this session; without the role, or membership in it, nothing changes. */
export async function assumeApplicationRole(client: Pick<ClientBase, 'query'>): Promise<void> {
  await client.query(
    `SELECT set_config('role', rolname, false) FROM pg_roles
      WHERE rolname = '${APPLICATION_ROLE}' AND pg_has_role(current_user, oid, 'MEMBER')`,
  );
}
