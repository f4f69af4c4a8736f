import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Audit, SYSTEM } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Clock } from '../kernel/clock.js';
import { DEFAULT_POLICY } from './domain/policy.js';

const INSERT = statement<{ version: number }>(
  'policy.insert-defaults',
  `INSERT INTO policy_version (version, document, effective_at) VALUES (1, $1, $2)
   ON CONFLICT (version) DO NOTHING RETURNING version`,
);

/** Puts the product's own policy in force where there is none yet; of many replicas one does. */
@Injectable()
export class PolicyDefaults implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const inserted = await tx.one(INSERT, [JSON.stringify(DEFAULT_POLICY), this.clock.now()]);
      if (inserted === undefined) return;
      const subject = { type: 'policy', id: '1' };
      await this.audit.record(tx, { kind: 'policy.changed', subject, actor: SYSTEM, after: DEFAULT_POLICY });
    });
  }
}
