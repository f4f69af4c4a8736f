import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList, type PageView } from '../http/page-view.js';
import { Requires } from '../identity/access.decorators.js';
import { DataQualityService } from './data-quality.service.js';
import { DataQualityQuery } from './dto/data-quality.query.js';
import { InformationGapView } from './dto/information-gap.view.js';

@ApiTags('catalogue')
@Controller('data-quality')
export class DataQualityController {
  constructor(private readonly dataQuality: DataQualityService) {}

  @Get()
  @Requires('release.read')
  @ApiOperation({ summary: 'Which unknown facts keep which candidates from being judged, the most useful first.' })
  @ApiPage(InformationGapView)
  async list(@Query() query: DataQualityQuery): Promise<PageView<InformationGapView>> {
    const request = toPageRequest(query, { sorts: ['rank'], default: 'rank' });
    return respondList(await this.dataQuality.gaps(request, query), InformationGapView.from);
  }
}
