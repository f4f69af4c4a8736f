import { ApiProperty } from '@nestjs/swagger';
import type { Named } from '../domain/named-report.js';

export class NamedView implements Named {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}
