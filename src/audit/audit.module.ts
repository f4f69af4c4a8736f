import { Global, Module } from '@nestjs/common';
import { AuditCheckpointJob } from './audit-checkpoint.job.js';
import { AuditReader } from './audit.reader.js';
import { AuditTrail } from './audit-trail.reader.js';
import { Audit } from './audit.writer.js';

/** Global: every change of every feature is recorded. */
@Global()
@Module({
  providers: [Audit, AuditReader, AuditTrail, AuditCheckpointJob],
  exports: [Audit, AuditReader, AuditTrail],
})
export class AuditModule {}
