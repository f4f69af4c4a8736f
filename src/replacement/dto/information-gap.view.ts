import { ApiProperty } from '@nestjs/swagger';
import type { RankedGap } from '../data-quality.service.js';
import { GATES, type GateName } from '../domain/vocabulary.js';

class WaitingToolView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

/** An unknown fact, and what it keeps from being judged. */
export class InformationGapView {
  @ApiProperty({ description: '1 is the most useful to find out.' })
  rank: number;

  @ApiProperty({ format: 'uuid' })
  releaseId: string;

  @ApiProperty({ example: 'Qwen/Qwen3-32B' })
  releaseKey: string;

  @ApiProperty()
  releaseName: string;

  @ApiProperty({ description: 'What is unknown.', example: 'languages' })
  fact: string;

  @ApiProperty({ enum: GATES, isArray: true })
  gates: readonly GateName[];

  @ApiProperty({ description: 'Tools for which nothing else is missing.' })
  settles: number;

  @ApiProperty({ type: [WaitingToolView], description: 'Tools for which the release cannot be judged without it.' })
  tools: readonly WaitingToolView[];

  static from({ rank, release, fact, gates, settles, tools }: RankedGap): InformationGapView {
    const { id: releaseId, key: releaseKey, displayName: releaseName } = release;
    return { rank, releaseId, releaseKey, releaseName, fact, gates, settles, tools };
  }
}
