import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MayLag } from '../http/route-options.js';
import { Requires } from '../identity/access.decorators.js';
import { Clock } from '../kernel/clock.js';
import { momentOf } from '../kernel/moment.js';
import { shockOf } from './domain/shock.js';
import { ExitDrillView } from './dto/exit-drill.view.js';
import { ExitDrillQuery, WhatIfDto } from './dto/lock-in.dto.js';
import { WhatIfView } from './dto/what-if.view.js';
import { LockInService } from './lock-in.service.js';

@ApiTags('lock-in')
@Controller('lock-in')
export class LockInController {
  constructor(
    private readonly lockIn: LockInService,
    private readonly clock: Clock,
  ) {}

  @Get('exit-drill')
  @MayLag()
  @Requires('lock-in.read')
  @ApiOperation({
    summary: 'What stops if a vendor, a country or a licence class is gone, and how much work it is to leave.',
  })
  @ApiOkResponse({ type: ExitDrillView })
  async drill(@Query() query: ExitDrillQuery): Promise<ExitDrillView> {
    return ExitDrillView.from(await this.lockIn.drill(shockOf(query), this.moment(query.asOf)));
  }

  @Post('what-if')
  @HttpCode(200)
  @Requires('lock-in.read')
  @ApiOperation({ summary: 'The report before and after a set of swaps. Nothing is stored.' })
  @ApiOkResponse({ type: WhatIfView })
  async whatIf(@Body() { swaps }: WhatIfDto): Promise<WhatIfView> {
    return WhatIfView.from(await this.lockIn.whatIf(swaps));
  }

  private moment(asOf: string | undefined): Date | undefined {
    return momentOf(asOf, this.clock.now());
  }
}
