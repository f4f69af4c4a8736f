import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { Given } from '../../http/dto-fields.js';
import { ListQuery } from '../../http/list-query.js';

const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;
const COUNTRY = /^[A-Z]{2}$/;
const ORGANISATION = /^[A-Za-z0-9][\w.-]{0,95}$/;

export class VendorListQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'ISO 3166-1 alpha-2', pattern: COUNTRY.source, example: 'SG' })
  @IsOptional()
  @Matches(COUNTRY)
  country?: string;
}

export class CreateVendorDto {
  @ApiProperty({ pattern: SLUG.source, example: 'aisingapore' })
  @IsString()
  @Matches(SLUG)
  slug: string;

  @ApiProperty({ maxLength: 120, example: 'AI Singapore' })
  @IsString()
  @Length(1, 120)
  name: string;

  @ApiProperty({ description: 'ISO 3166-1 alpha-2 of the headquarters', pattern: COUNTRY.source, example: 'SG' })
  @IsString()
  @Matches(COUNTRY)
  country: string;

  @ApiPropertyOptional({ description: 'Slug of the vendor it belongs to' })
  @IsOptional()
  @IsString()
  @MaxLength(63)
  parentVendor?: string;

  @ApiPropertyOptional({ type: [String], maxItems: 20, description: 'Organisations on the hub, the current one first' })
  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(ORGANISATION, { each: true })
  hubOrganisations?: string[];
}

export class UpdateVendorDto {
  @ApiPropertyOptional({ maxLength: 120 })
  @Given()
  @IsString()
  @Length(1, 120)
  name?: string;

  @ApiPropertyOptional({ pattern: COUNTRY.source })
  @Given()
  @Matches(COUNTRY)
  country?: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Slug; null when it belongs to nobody' })
  @IsOptional()
  @IsString()
  @MaxLength(63)
  parentVendor?: string | null;

  @ApiPropertyOptional({ type: [String], maxItems: 20 })
  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(ORGANISATION, { each: true })
  hubOrganisations?: string[];
}
