import { Body, Controller, Get, Module, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { Database } from '../../src/database/database.js';
import { List } from '../../src/database/list.js';
import { statement } from '../../src/database/statement.js';
import { IfMatch } from '../../src/http/if-match.decorator.js';
import { ListQuery, toPageRequest } from '../../src/http/list-query.js';
import { ApiPage, respondList } from '../../src/http/page-view.js';
import type { PageView } from '../../src/http/page-view.js';
import { AnswersSecret, Deprecated, RawBody } from '../../src/http/route-options.js';
import { Public, Requires } from '../../src/identity/access.decorators.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { newId } from '../../src/kernel/id.js';

interface ProbeRow {
  id: string;
  name: string;
  size: number | null;
  version: number;
}

/** The table that the probes live in; tests make it, the product has none. */
export const PROBE_TABLE = `RESET ROLE;
  CREATE TABLE probe (id uuid PRIMARY KEY, name text NOT NULL, size integer, version integer NOT NULL DEFAULT 1);
  SET ROLE modelfolio_app`;

const INSERT = statement<ProbeRow>(
  'probe.insert',
  'INSERT INTO probe (id, name, size) VALUES ($1, $2, $3) RETURNING *',
);
const GET = statement<ProbeRow>('probe.get', 'SELECT * FROM probe WHERE id = $1');
const UPDATE = statement<ProbeRow>(
  'probe.update',
  `UPDATE probe SET name = coalesce($3, name), size = CASE WHEN $5 THEN $4 ELSE size END, version = version + 1
   WHERE id = $1 AND version = $2 RETURNING *`,
);
const PROBES = new List<ProbeRow, 'name' | 'size'>({
  name: 'probes',
  select: 'SELECT * FROM probe WHERE $1::text IS NULL OR name LIKE $1',
  filterCount: 1,
  sorts: { name: { expression: 'name', type: 'text' }, size: { expression: 'coalesce(size, -1)', type: 'integer' } },
});

class ProbeDto {
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  name: string;

  @ApiPropertyOptional({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  size?: number | null;
}

class ProbeChangeDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 100)
  name?: string;

  @ApiPropertyOptional({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  size?: number | null;
}

class ProbeListQuery extends ListQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 100)
  like?: string;
}

class ProbeView {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer', nullable: true })
  size: number | null;

  @ApiProperty()
  version: number;

  static from({ id, name, size, version }: ProbeRow): ProbeView {
    return Object.assign(new ProbeView(), { id, name, size, version });
  }
}

/** A resource that does nothing but follow the conventions. */
@Controller('probes')
export class ProbeController {
  constructor(private readonly database: Database) {}

  @Get()
  @Requires('me.read')
  @ApiPage(ProbeView)
  async list(@Query() query: ProbeListQuery): Promise<PageView<ProbeView>> {
    const request = toPageRequest(query, { sorts: PROBES.sorts, default: 'name' });
    return respondList(await this.database.list(PROBES, request, [query.like ?? null]), ProbeView.from);
  }

  @Get(':id')
  @Requires('me.read')
  @ApiOkResponse({ type: ProbeView })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<ProbeView> {
    const row = await this.database.readOne(GET, [id]);
    if (row === undefined) throw new DomainError('not-found', 'probe-not-found', 'There is no such probe.');
    return ProbeView.from(row);
  }

  /** Reads its own write outside the transaction, as services do. */
  @Post()
  @Requires('me.read')
  @ApiCreatedResponse({ type: ProbeView })
  async create(@Body() { name, size }: ProbeDto): Promise<ProbeView> {
    const id = newId();
    await this.database.transaction((tx) => tx.run(INSERT, [id, name, size ?? null]));
    if (name === 'refused') throw new DomainError('conflict', 'probe-refused', 'Refused after the write.');
    return this.get(id);
  }

  @Post('secrets')
  @Requires('me.read')
  @AnswersSecret()
  secret(): { secret: string } {
    return { secret: newId() };
  }

  @Post('bytes')
  @Requires('me.read')
  @RawBody(['text/csv', 'application/json'], 2_000_000)
  bytes(@Body() body: Buffer): { length: number } {
    return { length: body.length };
  }

  @Get('old/one')
  @Public()
  @Deprecated(new Date('2026-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z'))
  old(): object {
    return {};
  }

  @Get('broken/one')
  @Public()
  broken(): object {
    throw new Error('postgres://user:canary@host/db');
  }

  @Patch(':id')
  @Requires('me.read')
  @ApiOkResponse({ type: ProbeView })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ProbeChangeDto,
    @IfMatch() version: number,
  ): Promise<ProbeView> {
    const values = [id, version, body.name ?? null, body.size ?? null, body.size !== undefined];
    const row = await this.database.transaction((tx) => tx.one(UPDATE, values));
    if (row === undefined) throw new DomainError('stale', 'stale', 'The probe has changed.');
    return ProbeView.from(row);
  }
}

@Module({ controllers: [ProbeController] })
export class ProbeModule {}
