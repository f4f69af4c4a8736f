import { Injectable, Logger } from '@nestjs/common';
import { Job } from '../events/handlers.js';
import { AuditReader } from './audit.reader.js';
import { AuditTrail } from './audit-trail.reader.js';

/** Writes the signed head of the trail into the log every hour, which the log's own store keeps out of reach of the database. */
@Injectable()
export class AuditCheckpointJob {
  private readonly logger = new Logger('AuditCheckpoint');

  constructor(
    private readonly reader: AuditReader,
    private readonly trail: AuditTrail,
  ) {}

  @Job('audit.checkpoint', { cron: '7 * * * *' })
  async log(): Promise<void> {
    if ((await this.reader.head()) === undefined) return;
    const { position, hash, checkpoint } = await this.trail.checkpoint();
    this.logger.log(`audit checkpoint at position ${position}, hash ${hash}: ${checkpoint}`);
  }
}
