import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Hosting } from './domain/vocabulary.js';

@Entity('gpu_pool')
export class GpuPoolEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  gpuType: string;

  @Column('integer')
  gpuCount: number;

  @Column('double precision')
  memoryGbPerGpu: number;

  @Column('text')
  hosting: Hosting;

  @Column('text')
  location: string;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
