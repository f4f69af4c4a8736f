import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { LOCAL_ACCOUNT_NAMES } from '../domain/local-accounts.js';
import type { LocalAccountName } from '../domain/local-accounts.js';

export class LocalSignInDto {
  @ApiProperty({ enum: LOCAL_ACCOUNT_NAMES })
  @IsIn(LOCAL_ACCOUNT_NAMES)
  account: LocalAccountName;
}
