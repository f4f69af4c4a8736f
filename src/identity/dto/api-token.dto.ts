import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { ListQuery } from '../../http/list-query.js';
import { FlagParameter } from '../../http/query-fields.js';
import { ROLES } from '../../kernel/actor.js';
import type { Role } from '../../kernel/actor.js';

export class CreateApiTokenDto {
  @ApiProperty({ minLength: 1, maxLength: 100, description: 'What the token is for.' })
  @IsString()
  @Length(1, 100)
  name: string;

  @ApiProperty({ enum: ROLES, isArray: true, description: 'Some of the roles that the owner has.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];

  @ApiProperty({ format: 'date-time', description: 'At most 366 days ahead.' })
  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  expiresAt: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Whose token it is; the caller when left out. Others: ADMIN.' })
  @IsOptional()
  @IsUUID()
  personId?: string;
}

export class ApiTokenListQuery extends ListQuery {
  @FlagParameter('Only tokens that work, or only those that do not any more.')
  usable?: boolean;
}
