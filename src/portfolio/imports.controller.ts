import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RawBody } from '../http/route-options.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { describeColumns, MODEL_COLUMNS, TOOL_COLUMNS } from './dto/import-columns.js';
import { readRows } from './dto/import-rows.js';
import { ImportQuery, ImportReportView } from './dto/import.view.js';
import { CreateModelDto } from './dto/model.dto.js';
import { CreateToolDto } from './dto/tool.dto.js';
import { ImportsService } from './imports.service.js';

const CSV = 'text/csv';
const MAX_BYTES = 5 * 1024 * 1024;

@ApiTags('portfolio')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post('models')
  @HttpCode(200)
  @Requires('model.write')
  @RawBody([CSV], MAX_BYTES)
  @ApiConsumes(CSV)
  @ApiBody({ schema: { type: 'string' } })
  @ApiOperation({ summary: 'Import models, all or none', description: describeColumns(MODEL_COLUMNS) })
  @ApiOkResponse({ type: ImportReportView })
  async models(
    @Query() { dryRun = false }: ImportQuery,
    @Body() body: Buffer,
    @CurrentActor() actor: Actor,
  ): Promise<ImportReportView> {
    const rows = await readRows(body, MODEL_COLUMNS, CreateModelDto);
    return ImportReportView.from(await this.imports.importModels(rows, dryRun, actor));
  }

  @Post('tools')
  @HttpCode(200)
  @Requires('tool.write')
  @RawBody([CSV], MAX_BYTES)
  @ApiConsumes(CSV)
  @ApiBody({ schema: { type: 'string' } })
  @ApiOperation({ summary: 'Import tools, all or none', description: describeColumns(TOOL_COLUMNS) })
  @ApiOkResponse({ type: ImportReportView })
  async tools(
    @Query() { dryRun = false }: ImportQuery,
    @Body() body: Buffer,
    @CurrentActor() actor: Actor,
  ): Promise<ImportReportView> {
    const rows = await readRows(body, TOOL_COLUMNS, CreateToolDto);
    return ImportReportView.from(await this.imports.importTools(rows, dryRun, actor));
  }
}
