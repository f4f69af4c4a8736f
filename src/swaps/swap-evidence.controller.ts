import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RawBody } from '../http/route-options.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import { MEDIA_TYPES } from './domain/media-type.js';
import { AttachEvidenceDto, EvidenceFileQuery } from './dto/swap.dto.js';
import { SwapDetailView } from './dto/swap-detail.view.js';
import { EvidenceListView, EvidenceView } from './dto/swap-parts.view.js';
import { SwapEvidenceService } from './swap-evidence.service.js';
import type { NewEvidence } from './swap-evidence.service.js';
import { SwapRequestsReader } from './swap-requests.reader.js';

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const FILE_TYPES = [...MEDIA_TYPES, 'application/octet-stream'].filter((type) => type !== 'application/json');

@ApiTags('swap requests')
@Controller('swap-requests/:id/evidence')
export class SwapEvidenceController {
  constructor(
    private readonly reader: SwapRequestsReader,
    private readonly evidence: SwapEvidenceService,
  ) {}

  @Get()
  @Requires('swap.read')
  @ApiOkResponse({ type: EvidenceListView })
  async list(@Param('id', ParseUUIDPipe) id: string): Promise<EvidenceListView> {
    return { items: (await this.reader.evidence(id)).map(EvidenceView.from) };
  }

  @Get(':evidenceId')
  @Requires('swap.read')
  @ApiOperation({ summary: 'The bytes of a file, always as a download.' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
  ): Promise<StreamableFile> {
    const { bytes, mediaType, fileName } = await this.evidence.file(id, evidenceId);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
    return new StreamableFile(bytes, { type: mediaType, length: bytes.byteLength, disposition });
  }

  @Post()
  @Requires('swap.request')
  @ApiOperation({ summary: 'Attaches a link or an evaluation run.' })
  @ApiCreatedResponse({ type: SwapDetailView })
  async attach(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AttachEvidenceDto,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.evidence.attach(id, referenceOf(body), actor);
    return SwapDetailView.fromDetail(await this.reader.get(id, actor));
  }

  @Post('files')
  @Requires('swap.request')
  @RawBody(FILE_TYPES, MAX_FILE_BYTES)
  @ApiOperation({ summary: 'Attaches a file of up to 10 MB; its type is read from its bytes.' })
  @ApiConsumes(...FILE_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: SwapDetailView })
  async attachFile(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { fileName, title = fileName }: EvidenceFileQuery,
    @Body() bytes: Buffer,
    @CurrentActor() actor: Actor,
  ): Promise<SwapDetailView> {
    await this.evidence.attach(id, { kind: 'FILE', title, fileName, bytes }, actor);
    return SwapDetailView.fromDetail(await this.reader.get(id, actor));
  }
}

/** Only what belongs to its kind. */
function referenceOf({ kind, title, url, evaluationRunId }: AttachEvidenceDto): NewEvidence {
  if (kind === 'LINK' && url !== undefined && evaluationRunId === undefined) return { kind, title, url };
  if (kind === 'EVALUATION' && evaluationRunId !== undefined && url === undefined)
    return { kind, title, evaluationRunId };
  const [pointer, detail] =
    kind === 'LINK' ? ['/evaluationRunId', 'is not for links'] : ['/url', 'is not for evaluations'];
  throw new DomainError('invalid', 'validation-failed', `Not acceptable: ${pointer}.`, [
    { pointer, code: 'one-of', detail },
  ]);
}
