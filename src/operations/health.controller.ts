import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Drain } from '../http/drain.js';
import { Public } from '../identity/access.decorators.js';
import { DomainError } from '../kernel/domain-error.js';

const PING = statement<{ one: number }>('health.ping', 'SELECT 1 AS one');

class HealthView {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

/** For the supervisor: is the process alive, and can it serve? */
@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly drain: Drain,
  ) {}

  @Get('livez')
  @Public()
  @ApiOkResponse({ type: HealthView })
  live(): HealthView {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Public()
  @ApiOkResponse({ type: HealthView })
  async ready(): Promise<HealthView> {
    if (this.drain.draining) throw new DomainError('unavailable', 'shutting-down', 'The service is stopping.');
    await this.database.read(PING, []);
    return { status: 'ok' };
  }
}
