import { fieldsOf } from '../database/entity-sql.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import { toolNotFound } from './tools.reader.js';
import { ToolEntity } from './tool.entity.js';

const TOOL = `SELECT ${fieldsOf(ToolEntity)} FROM tool WHERE id = $1`;
const SEEN = statement<ToolEntity>('tools.seen', TOOL);
const HELD = statement<ToolEntity>('tools.held', `${TOOL} FOR UPDATE`);

/** Platform engineers write all tools. */
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

/** The tool as it stands, not held. Throws `tool-not-found`, and `not-your-tool` unless the actor may write it. */
export const ownTool = async (tx: Tx, id: string, actor: Actor): Promise<ToolEntity> =>
  own(await tx.one(SEEN, [id]), actor);

/** The same, held until the transaction ends. */
export const lockOwnTool = async (tx: Tx, id: string, actor: Actor): Promise<ToolEntity> =>
  own(await tx.one(HELD, [id]), actor);

/** Held for whoever is allowed by another rule than ownership. Throws `tool-not-found`. */
export async function lockTool(tx: Tx, id: string): Promise<ToolEntity> {
  const tool = await tx.one(HELD, [id]);
  if (tool === undefined) throw toolNotFound();
  return tool;
}

function own(tool: ToolEntity | undefined, actor: Actor): ToolEntity {
  if (tool === undefined) throw toolNotFound();
  if (!writesEveryTool(actor) && !isTheirs(actor, tool)) throw notYourTool();
  return tool;
}

export function refuseRetired(tool: ToolEntity): void {
  if (tool.retiredAt !== null) throw new DomainError('conflict', 'tool-retired', 'The tool is retired.');
}
