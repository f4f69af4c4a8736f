import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, PageView, respondList } from '../http/page-view.js';
import { MayLag } from '../http/route-options.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { CreateVendorDto, UpdateVendorDto, VendorListQuery } from './dto/vendor.dto.js';
import { VendorView } from './dto/vendor.view.js';
import { VENDOR_SORTS, VendorsReader } from './vendors.reader.js';
import { VendorsService } from './vendors.service.js';

@ApiTags('catalogue')
@Controller('vendors')
export class VendorsController {
  constructor(
    private readonly reader: VendorsReader,
    private readonly vendors: VendorsService,
  ) {}

  @Get()
  @MayLag()
  @Requires('vendor.read')
  @ApiPage(VendorView)
  async list(@Query() query: VendorListQuery): Promise<PageView<VendorView>> {
    const page = await this.reader.list(toPageRequest(query, { sorts: VENDOR_SORTS, default: 'name' }), query);
    return respondList(page, VendorView.from);
  }

  @Get(':slug')
  @Requires('vendor.read')
  @ApiOkResponse({ type: VendorView })
  async get(@Param('slug') slug: string): Promise<VendorView> {
    return VendorView.from(await this.reader.get(slug));
  }

  @Post()
  @Requires('vendor.write')
  @ApiCreatedResponse({ type: VendorView })
  async create(@Body() body: CreateVendorDto, @CurrentActor() actor: Actor): Promise<VendorView> {
    return VendorView.from(await this.vendors.create(body, actor));
  }

  @Patch(':slug')
  @NeedsIfMatch()
  @Requires('vendor.write')
  @ApiOkResponse({ type: VendorView })
  async update(
    @Param('slug') slug: string,
    @IfMatch() version: number,
    @Body() body: UpdateVendorDto,
    @CurrentActor() actor: Actor,
  ): Promise<VendorView> {
    return VendorView.from(await this.vendors.update(slug, version, body, actor));
  }
}
