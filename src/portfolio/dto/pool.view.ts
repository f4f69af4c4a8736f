import { ApiProperty } from '@nestjs/swagger';
import { HOSTINGS } from '../domain/vocabulary.js';
import type { Hosting } from '../domain/vocabulary.js';
import type { PoolRow } from '../pools.reader.js';
import { NamedReferenceView } from './reference.view.js';

export class PoolView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ example: 'sg1-h200' })
  name: string;

  @ApiProperty()
  gpuType: string;

  @ApiProperty({ type: 'integer' })
  gpuCount: number;

  @ApiProperty()
  memoryGbPerGpu: number;

  @ApiProperty({ description: 'gpuCount times memoryGbPerGpu' })
  capacityGb: number;

  @ApiProperty({ enum: HOSTINGS })
  hosting: Hosting;

  @ApiProperty()
  location: string;

  @ApiProperty({ type: [NamedReferenceView], description: 'Models placed here that are not retired.' })
  models: NamedReferenceView[];

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time' })
  updatedAt: Date;

  static from(this: void, row: PoolRow): PoolView {
    const { id, version, name, gpuType, gpuCount, memoryGbPerGpu, hosting, location, createdAt, updatedAt } = row;
    return {
      id,
      version,
      name,
      gpuType,
      gpuCount,
      memoryGbPerGpu,
      hosting,
      location,
      createdAt,
      updatedAt,
      capacityGb: gpuCount * memoryGbPerGpu,
      models: [...row.models],
    };
  }
}
