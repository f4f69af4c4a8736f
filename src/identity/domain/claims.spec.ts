import { describe, expect, it } from '@jest/globals';
import { claimAt, identityOf, rolesOf } from './claims.js';

const names = {
  roles: 'realm_access.roles',
  teams: 'groups',
  roleMap: ['bank-audit=AUDITOR', 'lead=MANAGER', 'lead=VALIDATOR'],
};

describe('roles of a claim', () => {
  it('are our own names and mapped values, nothing else', () => {
    expect(rolesOf(['bank-audit', 'ADMIN', 'offline_access', 'admin'], names.roleMap)).toEqual(['AUDITOR', 'ADMIN']);
    expect(rolesOf('lead', names.roleMap)).toEqual(['MANAGER', 'VALIDATOR']);
  });

  it.each([[undefined], [null], [42], [{ 0: 'ADMIN' }], [[['ADMIN']]], ['ADMIN=ADMIN']])(
    '%j grants nothing',
    (claim) => {
      expect(rolesOf(claim, names.roleMap)).toEqual([]);
    },
  );

  it('a map entry cannot invent a role', () => {
    expect(rolesOf('x', ['x=ROOT'])).toEqual([]);
  });
});

describe('a claim', () => {
  it('is found by its whole name first, then by its path', () => {
    expect(claimAt({ 'https://bank.example/roles': ['a'] }, 'https://bank.example/roles')).toEqual(['a']);
    expect(claimAt({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
    expect(claimAt({ realm_access: 'x' }, 'realm_access.roles')).toBeUndefined();
  });
});

describe('an identity', () => {
  it('needs a subject', () => {
    expect(identityOf({ name: 'x' }, 'https://idp', names)).toBeUndefined();
  });

  it('takes the best name there is, and teams without the leading slash', () => {
    expect(identityOf({ sub: '1', preferred_username: 'mia', groups: ['/b', '/a'] }, 'https://idp', names)).toEqual({
      issuer: 'https://idp',
      subject: '1',
      email: null,
      displayName: 'mia',
      teams: ['a', 'b'],
      roles: [],
    });
  });
});
