import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';
import { Given } from '../../http/dto-fields.js';
import { ListQuery } from '../../http/list-query.js';
import { FlagParameter } from '../../http/query-fields.js';
import { ROLES } from '../../kernel/actor.js';
import type { Role } from '../../kernel/actor.js';

/** What an administrator may set when a person is added and change later. */
class PersonDetails {
  @ApiPropertyOptional({ type: 'string', format: 'email', nullable: true, maxLength: 320 })
  @IsOptional()
  @IsEmail()
  email?: string | null;

  @ApiPropertyOptional({ type: [String], maxItems: 50 })
  @Given()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  teams?: string[];

  @ApiPropertyOptional({ enum: ROLES, isArray: true })
  @Given()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles?: Role[];
}

export class CreatePersonDto extends PersonDetails {
  @ApiProperty({ maxLength: 255, description: 'What the identity provider calls them (`sub`).' })
  @IsString()
  @Length(1, 255)
  subject: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  displayName: string;
}

export class ChangePersonDto extends PersonDetails {
  @ApiPropertyOptional({ maxLength: 200 })
  @Given()
  @IsString()
  @Length(1, 200)
  displayName?: string;

  @ApiPropertyOptional({ description: 'Inactive people cannot sign in, nor can their tokens.' })
  @Given()
  @IsBoolean()
  active?: boolean;
}

export class ReassignDto {
  @ApiProperty({ format: 'uuid', description: 'Who takes over.' })
  @IsUUID()
  to: string;
}

export class PeopleListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: ROLES })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  team?: string;

  @FlagParameter()
  active?: boolean;
}
