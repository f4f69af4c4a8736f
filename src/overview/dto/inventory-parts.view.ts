import { ApiProperty } from '@nestjs/swagger';
import type { InventoryFallback } from '../inventory.sql.js';

export class InventoryWaiverView {
  @ApiProperty()
  reason: string;

  @ApiProperty({ format: 'date' })
  expiresAt: string;
}

export class InventoryApprovalView {
  @ApiProperty()
  by: string;

  @ApiProperty({ enum: ['MANAGER', 'VALIDATOR'] })
  role: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class InventoryFallbackView implements InventoryFallback {
  @ApiProperty({ format: 'uuid' })
  modelId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: 'The exact release.' })
  version: string;

  @ApiProperty()
  provider: string;

  @ApiProperty({ description: 'ISO 3166-1 alpha-2.' })
  providerCountry: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  testedAt: string | null;
}
