import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import { toolNotFound } from './tools.reader.js';
import { ToolEntity } from './tool.entity.js';

/** A tool is somebody's who owns it or is in the team that does; platform engineers write all of them. */
const LOCK = statement<{ theirs: boolean }>(
  'tools.lock',
  `SELECT ($2 OR owner_id = $3 OR owner_team = ANY ($4::text[])) AS theirs FROM tool WHERE id = $1 FOR UPDATE`,
);

export const writesEveryTool = (actor: Actor): boolean => actor.roles.includes('PLATFORM_ENGINEER');

/** Whether the actor owns it, by themselves or by a team. */
export const isTheirs = (actor: Actor, tool: { readonly ownerId: string; readonly ownerTeam: string }): boolean =>
  tool.ownerId === actor.personId || actor.teams.includes(tool.ownerTeam);

export const notYourTool = (): DomainError =>
  new DomainError(
    'forbidden',
    'not-your-tool',
    'Only its owner, the owner’s team or a platform engineer changes a tool.',
  );

/** The tool, held until the transaction ends; throws `tool-not-found`, and `not-your-tool` unless it may be written. */
export async function lockOwnTool(tx: Tx, id: string, actor: Actor): Promise<ToolEntity> {
  const lock = await tx.one(LOCK, [id, writesEveryTool(actor), actor.personId, actor.teams]);
  if (lock === undefined) throw toolNotFound();
  if (!lock.theirs) throw notYourTool();
  return tx.manager.findOneByOrFail(ToolEntity, { id });
}

/** The same for whoever is allowed by another rule than ownership. */
export async function lockTool(tx: Tx, id: string): Promise<ToolEntity> {
  const tool = await tx.manager.findOne(ToolEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (tool === null) throw toolNotFound();
  return tool;
}

export function refuseRetired(tool: ToolEntity): void {
  if (tool.retiredAt !== null) throw new DomainError('conflict', 'tool-retired', 'The tool is retired.');
}
