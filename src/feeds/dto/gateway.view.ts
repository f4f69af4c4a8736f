import { ApiProperty } from '@nestjs/swagger';
import type { Registered, Served } from '../domain/drift.js';
import { GATEWAY_KINDS, type GatewayKind } from '../gateway.entity.js';
import type { GatewayDrift, GatewayRow } from '../gateways.reader.js';

/** A gateway of the enterprise's own. */
export class GatewayView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: GATEWAY_KINDS })
  kind: GatewayKind;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  polledAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why the last poll brought nothing.' })
  error: string | null;

  @ApiProperty({ type: 'integer', description: 'Names that it served at the last good poll.' })
  served: number;

  @ApiProperty({ type: 'integer' })
  version: number;

  static from({ id, name, kind, url, polledAt, error, served, version }: GatewayRow): GatewayView {
    return { id, name, kind, url, polledAt: polledAt?.toISOString() ?? null, error, served, version };
  }
}

class ServedNameView {
  @ApiProperty({ example: 'qwen3-32b' })
  name: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The release that it means, if known.' })
  releaseId: string | null;
}

class DriftingModelView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  lifecycle: string;
}

/** What a gateway serves against what is registered. */
export class DriftView {
  @ApiProperty({ type: GatewayView })
  gateway: GatewayView;

  @ApiProperty({ type: [ServedNameView], description: 'Served, and nobody registered it.' })
  notRegistered: readonly ServedNameView[];

  @ApiProperty({ type: [DriftingModelView], description: 'Retired, and still served.' })
  retired: readonly DriftingModelView[];

  @ApiProperty({ type: [DriftingModelView], description: 'In use behind this gateway, and not served by it.' })
  notServed: readonly DriftingModelView[];

  static from({ gateway, notRegistered, retired, notServed }: GatewayDrift): DriftView {
    return {
      gateway: GatewayView.from(gateway),
      notRegistered: notRegistered.map(({ name, releaseId }: Served) => ({ name, releaseId })),
      retired: retired.map(modelOf),
      notServed: notServed.map(modelOf),
    };
  }
}

const modelOf = ({ id, name, lifecycle }: Registered): DriftingModelView => ({ id, name, lifecycle });
