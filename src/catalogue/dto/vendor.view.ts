import { ApiProperty } from '@nestjs/swagger';
import type { VendorRow } from '../vendors.reader.js';

export class VendorView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'alibaba' })
  slug: string;

  @ApiProperty({ example: 'Alibaba' })
  name: string;

  @ApiProperty({ description: 'ISO 3166-1 alpha-2', example: 'CN' })
  country: string;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the vendor it belongs to' })
  parentVendor: string | null;

  @ApiProperty({ type: [String] })
  hubOrganisations: string[];

  @ApiProperty({ description: 'Releases in the catalogue' })
  releases: number;

  @ApiProperty()
  version: number;

  static from(this: void, row: VendorRow): VendorView {
    return { ...row, hubOrganisations: [...row.hubOrganisations] };
  }
}
