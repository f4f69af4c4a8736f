import { statement } from '../database/statement.js';

/** SQL expressions of one person. */
export interface PersonSql {
  readonly id: string;
  readonly teams: string;
  readonly roles: string;
}

/** Approvals of the present content by people who still hold the role. */
const given = (role: string): string => `(SELECT count(*) FROM swap_approval g JOIN person h ON h.id = g.approver_id
  WHERE g.swap_request_id = r.id AND g.purpose = 'APPROVAL' AND g.as_role = '${role}' AND g.voided_at IS NULL
    AND g.revision = r.revision AND g.digest = r.digest AND h.active AND '${role}' = ANY (h.roles))`;

/** The rule of the policy under which it was submitted, for the tool's materiality of today. */
const rule = (field: 'approvals' | 'validator'): string =>
  `(SELECT v.document #>> ARRAY['approvals', t.materiality, '${field}'] FROM policy_version v WHERE v.version = r.policy_version)`;
const MANAGER_MISSING = `${given('MANAGER')} < CASE WHEN r.change_type = 'EMERGENCY' THEN 1
  ELSE coalesce(${rule('approvals')}::int, CASE t.materiality WHEN 'LOW' THEN 1 ELSE 2 END) END`;
const VALIDATOR_MISSING = `r.change_type <> 'EMERGENCY' AND coalesce(${rule('validator')}::boolean, t.materiality = 'HIGH')
  AND ${given('VALIDATOR')} = 0`;

/** Whether the person could give what is missing to decide request `r` of tool `t`: its assessment, an approval, a review. */
export const awaitsDecision = ({ id, teams, roles }: PersonSql): string => `(
  ${roles} && '{MANAGER,VALIDATOR}' AND ${id} <> ALL (r.contributors) AND ${id} IS DISTINCT FROM r.implementer_id
  AND NOT EXISTS (SELECT FROM swap_approval a WHERE a.swap_request_id = r.id AND a.approver_id = ${id}
    AND a.revision = r.revision AND a.voided_at IS NULL)
  AND CASE r.state
    WHEN 'SUBMITTED' THEN 'MANAGER' = ANY (${roles}) OR t.materiality = 'HIGH'
    WHEN 'UNDER_ASSESSMENT' THEN ('MANAGER' = ANY (${roles}) AND ${MANAGER_MISSING})
      OR ('VALIDATOR' = ANY (${roles}) AND ${VALIDATOR_MISSING}
        AND t.owner_id <> ${id} AND t.owner_team <> ALL (${teams}))
    WHEN 'IN_REVIEW' THEN r.change_type = 'EMERGENCY' AND 'MANAGER' = ANY (${roles})
      AND NOT EXISTS (SELECT FROM swap_approval a WHERE a.swap_request_id = r.id AND a.purpose = 'REVIEW' AND a.voided_at IS NULL)
    ELSE false END)`;

/** Whether any next step of request `r` of tool `t` is the person's. */
export const awaits = ({
  id,
  teams,
  roles,
}: PersonSql): string => `(${awaitsDecision({ id, teams, roles })} OR CASE r.state
  WHEN 'DRAFT' THEN r.requested_by = ${id}
  WHEN 'CHANGES_REQUESTED' THEN r.requested_by = ${id} OR t.owner_id = ${id} OR t.owner_team = ANY (${teams})
  WHEN 'APPROVED' THEN 'PLATFORM_ENGINEER' = ANY (${roles})
  WHEN 'SCHEDULED' THEN r.implementer_id = ${id}
  WHEN 'IN_ROLLOUT' THEN r.implementer_id = ${id}
  WHEN 'IN_REVIEW' THEN t.owner_id = ${id} OR t.owner_team = ANY (${teams})
  ELSE false END)`;

export interface AwaitingCounts {
  /** Requests that wait for any step of the person. */
  readonly requests: number;
  /** Those of them that wait for a decision: assessment, approval, review. */
  readonly decisions: number;
}

const CALLER: PersonSql = { id: '$1::uuid', teams: '$2::text[]', roles: '$3::text[]' };

/** $1 person, $2 their teams, $3 their roles. */
export const AWAITING_COUNTS = statement<AwaitingCounts>(
  'swaps.awaiting-counts',
  `SELECT count(*) FILTER (WHERE ${awaits(CALLER)})::int AS requests,
     count(*) FILTER (WHERE ${awaitsDecision(CALLER)})::int AS decisions
   FROM swap_request r JOIN tool t ON t.id = r.tool_id
   WHERE r.state IN ('DRAFT','CHANGES_REQUESTED','SUBMITTED','UNDER_ASSESSMENT','APPROVED','SCHEDULED','IN_ROLLOUT','IN_REVIEW')`,
);
