import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { HIT_KINDS } from '../search.reader.js';
import type { Hit, HitKind } from '../search.reader.js';

export class SearchQuery {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @Length(1, 100)
  q: string;
}

export class HitView {
  @ApiProperty({ enum: HIT_KINDS })
  kind: HitKind;

  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  hint: string;
}

export class HitsView {
  @ApiProperty({ type: [HitView] })
  items: readonly Hit[];
}
