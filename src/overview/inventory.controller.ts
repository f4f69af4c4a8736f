import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Accepted } from '../http/accepted.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, CSV, JSON_TYPE, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { MayLag, Produces } from '../http/route-options.js';
import { Requires } from '../identity/access.decorators.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/id.js';
import { InventoryQuery } from './dto/inventory.dto.js';
import { InventoryView } from './dto/inventory.view.js';
import { inventoryBom } from './inventory-bom.js';
import { InventoryReader } from './inventory.reader.js';
import { INVENTORY } from './inventory.sql.js';

const CYCLONEDX = 'application/vnd.cyclonedx+json';

/** The AI inventory as regulators ask for it. */
@ApiTags('overview')
@Controller('inventory')
export class InventoryController {
  constructor(
    private readonly reader: InventoryReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  @MayLag()
  @Requires('inventory.read')
  @Produces(JSON_TYPE, CSV, CYCLONEDX)
  @ApiPage(InventoryView)
  @ApiOperation({
    summary: 'Every use of AI with its model, provider, controls and exit plan; a list, CSV, or CycloneDX 1.6.',
  })
  async list(
    @Query() query: InventoryQuery,
    @Accepted() type: string,
  ): Promise<PageView<InventoryView> | StreamableFile> {
    if (type === CYCLONEDX) return this.bom(query);
    const request = toPageRequest(query, { sorts: INVENTORY.sorts, default: 'name' });
    return respondList(await this.reader.list(request, query.toFilters(this.clock.now())), InventoryView.from);
  }

  private async bom(query: InventoryQuery): Promise<StreamableFile> {
    const entries = await this.reader.all(query.toFilters(this.clock.now()));
    const bom = inventoryBom({ entries, serial: newId(), now: this.clock.now() });
    const disposition = 'attachment; filename="inventory.cdx.json"';
    return new StreamableFile(Buffer.from(JSON.stringify(bom)), { type: `${CYCLONEDX}; version=1.6`, disposition });
  }
}
