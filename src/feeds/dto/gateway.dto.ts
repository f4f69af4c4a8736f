import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { GATEWAY_KINDS, type GatewayKind } from '../gateway.entity.js';

export class RegisterGatewayDto {
  @ApiProperty({ example: 'main', maxLength: 60 })
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9-]{0,59}$/)
  name: string;

  @ApiProperty({ enum: GATEWAY_KINDS })
  @IsIn(GATEWAY_KINDS)
  kind: GatewayKind;

  @ApiProperty({ description: 'Address before /v1/models or /api/tags.', example: 'https://llm.bank.example' })
  @IsString()
  @Length(8, 500)
  @Matches(/^https?:\/\/[^\s<>"]+$/)
  url: string;
}
