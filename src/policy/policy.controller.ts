import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { ApproveProposalDto, ProposalListQuery, ProposePolicyDto, RejectProposalDto } from './dto/policy.dto.js';
import { PolicyHistoryView, PolicyView, ProposalView } from './dto/policy.view.js';
import { PolicyReader, PROPOSAL_LIST } from './policy.reader.js';
import { PolicyService } from './policy.service.js';

@ApiTags('policy')
@Controller('policy')
export class PolicyController {
  constructor(
    private readonly reader: PolicyReader,
    private readonly policy: PolicyService,
  ) {}

  @Get()
  @Requires('policy.read')
  @ApiOkResponse({ type: PolicyView })
  async current(): Promise<PolicyView> {
    return PolicyView.from(await this.reader.current());
  }

  @Get('history')
  @Requires('policy.read')
  @ApiOkResponse({ type: PolicyHistoryView })
  async history(): Promise<PolicyHistoryView> {
    return { items: (await this.reader.history()).map(PolicyView.from) };
  }

  @Get('proposals')
  @Requires('policy.read')
  @ApiPage(ProposalView)
  async proposals(@Query() query: ProposalListQuery): Promise<PageView<ProposalView>> {
    const request = toPageRequest(query, { sorts: PROPOSAL_LIST.sorts, default: '-proposedAt' });
    return respondList(await this.reader.proposals(request, query), ProposalView.from);
  }

  @Get('proposals/:id')
  @Requires('policy.read')
  @ApiOkResponse({ type: ProposalView })
  async proposal(@Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return ProposalView.from(await this.reader.proposal(id));
  }

  @Post('proposals')
  @Requires('policy.propose')
  @ApiCreatedResponse({ type: ProposalView })
  async propose(@Body() body: ProposePolicyDto, @CurrentActor() actor: Actor): Promise<ProposalView> {
    return ProposalView.from(await this.reader.proposal(await this.policy.propose(body.changes, body.reason, actor)));
  }

  @Post('proposals/:id/approvals')
  @Requires('policy.approve')
  @ApiCreatedResponse({ type: ProposalView })
  async approve(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ApproveProposalDto,
    @CurrentActor() actor: Actor,
  ): Promise<ProposalView> {
    await this.policy.approve(id, body.comment, actor);
    return ProposalView.from(await this.reader.proposal(id));
  }

  @Post('proposals/:id/rejections')
  @HttpCode(200)
  @Requires('policy.approve')
  @ApiOkResponse({ type: ProposalView })
  async reject(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RejectProposalDto,
    @CurrentActor() actor: Actor,
  ): Promise<ProposalView> {
    await this.policy.reject(id, body.comment, actor);
    return ProposalView.from(await this.reader.proposal(id));
  }
}
