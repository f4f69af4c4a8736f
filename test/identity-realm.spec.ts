import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { SETTINGS } from '../src/config/keys.js';
import { ROLES } from '../src/kernel/actor.js';

const realm = JSON.parse(readFileSync('docs/operations/keycloak-realm.json', 'utf8'));
const compose = parse(readFileSync('docker-compose.yml', 'utf8'));
const settings: Record<string, string> = compose.services.service.environment;
const [client] = realm.clients;

/** `${NAME:-default}` → default. */
const fallback = (name: string): string | undefined => /:-(.*)\}$/.exec(settings[name] ?? '')?.[1];

describe('the Keycloak of the compose file', () => {
  it('is the issuer that the service asks, by one name inside and outside', () => {
    const { environment, networks } = compose.services.keycloak;
    const issuer = new URL(fallback('OIDC_ISSUER') ?? '');
    expect(issuer.href).toBe(`${environment.KC_HOSTNAME}/realms/${realm.realm}`);
    expect(networks.default.aliases).toEqual([issuer.hostname]);
  });

  it('knows the console and all roles, and puts them where the service looks', () => {
    expect(client.clientId).toBe(fallback('OIDC_CLIENT_ID'));
    expect(client.attributes['pkce.code.challenge.method']).toBe('S256');
    expect(realm.roles.realm.map(({ name }: { name: string }) => name)).toEqual([...ROLES]);
    const claims = client.protocolMappers.map(
      ({ config }: { config: Record<string, string> }) => config['claim.name'] ?? config['included.custom.audience'],
    );
    expect(claims).toEqual([
      SETTINGS.oidcRolesClaim.example,
      SETTINGS.oidcTeamsClaim.example,
      fallback('OIDC_AUDIENCE'),
    ]);
  });

  it('has somebody for each role, and two managers', () => {
    const held = realm.users.flatMap(({ realmRoles }: { realmRoles: string[] }) => realmRoles);
    expect([...held].sort()).toEqual([...ROLES, 'MANAGER'].sort());
  });
});
