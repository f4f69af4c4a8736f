import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReleasesReader } from '../catalogue/releases.reader.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { Requires } from '../identity/access.decorators.js';
import { DomainError } from '../kernel/domain-error.js';
import { CandidatesService } from './candidates.service.js';
import { AssessDto } from './dto/assess.dto.js';
import { CandidateListQuery } from './dto/candidate-list.query.js';
import { CandidateView } from './dto/candidate.view.js';

@ApiTags('flags')
@Controller()
export class AssessmentsController {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly releases: ReleasesReader,
  ) {}

  @Get('tools/:id/candidates')
  @Requires('flag.read')
  @ApiOperation({ summary: 'Every assessed candidate for a tool, ranked, and why it is not flagged.' })
  @ApiPage(CandidateView)
  async list(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CandidateListQuery,
  ): Promise<PageView<CandidateView>> {
    const request = toPageRequest(query, { sorts: ['rank'], default: 'rank' });
    return respondList(await this.candidates.ofTool(id, request, query), CandidateView.from);
  }

  @Post('assessments')
  @HttpCode(200)
  @Requires('assessment.run')
  @ApiOperation({ summary: 'What if: one release for one tool. Nothing is stored.' })
  @ApiOkResponse({ type: CandidateView })
  async assess(@Body() { toolId, releaseId, releaseKey, asOf }: AssessDto): Promise<CandidateView> {
    return CandidateView.from(await this.candidates.whatIf(toolId, await this.releaseOf(releaseId, releaseKey), asOf));
  }

  private releaseOf(id: string | undefined, key: string | undefined): Promise<string> {
    if (id !== undefined && key === undefined) return this.releases.resolveId(id);
    if (key !== undefined && id === undefined) return this.releases.resolveKey(key);
    const detail = 'Name the release by releaseId or by releaseKey, not by both.';
    throw new DomainError('invalid', 'validation-failed', detail, [
      { pointer: id === undefined ? '/releaseId' : '/releaseKey', code: 'one-of', detail },
    ]);
  }
}
