import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.writer.js';

/** Global: every change of every feature is recorded. */
@Global()
@Module({ providers: [Audit], exports: [Audit] })
export class AuditModule {}
