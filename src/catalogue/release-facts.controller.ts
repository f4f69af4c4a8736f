import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { ConcludeLicenceDto, RecordFactDto, RevertFactDto } from './dto/fact.dto.js';
import { LicenceConclusionView } from './dto/release-evidence.view.js';
import { ReleaseView } from './dto/release.view.js';
import { LicenceConclusionsService } from './licence-conclusions.service.js';
import { ReleaseFactsService } from './release-facts.service.js';

/** What people say about a release, beside the sources. */
@ApiTags('catalogue')
@Controller('releases/:id')
export class ReleaseFactsController {
  constructor(
    private readonly facts: ReleaseFactsService,
    private readonly conclusions: LicenceConclusionsService,
  ) {}

  @Post('facts')
  @Requires('release.write')
  @ApiCreatedResponse({ type: ReleaseView })
  async correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordFactDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReleaseView> {
    return ReleaseView.from(await this.facts.correct(id, body, actor));
  }

  @Post('facts/:factId/revert')
  @Requires('release.write')
  @ApiCreatedResponse({ type: ReleaseView })
  async revert(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('factId', ParseUUIDPipe) factId: string,
    @Body() { reason }: RevertFactDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReleaseView> {
    return ReleaseView.from(await this.facts.revert(id, factId, reason, actor));
  }

  @Post('licence-conclusions')
  @Requires('licence.conclude')
  @ApiCreatedResponse({ type: LicenceConclusionView })
  async conclude(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConcludeLicenceDto,
    @CurrentActor() actor: Actor,
  ): Promise<LicenceConclusionView> {
    return LicenceConclusionView.from(await this.conclusions.conclude(id, body, actor));
  }
}
