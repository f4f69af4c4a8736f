import { ApiProperty } from '@nestjs/swagger';
import { attributionOf } from '../../catalogue/domain/attributions.js';
import { RUN_STATUSES, RUN_TRIGGERS, type RunStatus, type RunTrigger } from '../feed-run.entity.js';
import type { FeedRow, FeedRunRow } from '../feeds.reader.js';

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** One reading of one payload. */
export class FeedRunView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'models.dev' })
  feed: string;

  @ApiProperty({ enum: RUN_TRIGGERS })
  trigger: RunTrigger;

  @ApiProperty({ enum: RUN_STATUSES })
  status: RunStatus;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The moment the payload speaks of.' })
  asOf: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the payload.' })
  sha256: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  sizeBytes: number | null;

  @ApiProperty({ type: 'integer', description: 'Items in the payload.' })
  total: number;

  @ApiProperty({ type: 'integer', description: 'Items read so far.' })
  done: number;

  @ApiProperty({ type: 'integer', description: 'Releases new to the catalogue.' })
  added: number;

  @ApiProperty({ type: 'integer', description: 'Releases of which something new is known.' })
  changed: number;

  @ApiProperty({ type: 'integer' })
  unchanged: number;

  @ApiProperty({ type: 'integer', description: 'Items that were refused.' })
  quarantined: number;

  @ApiProperty({ type: String, nullable: true, description: 'Why the run failed.' })
  error: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who brought the payload; null for the product itself.' })
  startedBy: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;

  static from(row: FeedRunRow): FeedRunView {
    const { id, feed, trigger, status, sha256, sizeBytes, error, startedBy } = row;
    const { items: total, done, added, changed, unchanged, quarantined } = row;
    return {
      id,
      feed,
      trigger,
      status,
      sha256,
      sizeBytes,
      error,
      startedBy,
      total,
      done,
      added,
      changed,
      unchanged,
      quarantined,
      asOf: iso(row.asOf),
      createdAt: row.createdAt.toISOString(),
      startedAt: iso(row.startedAt),
      finishedAt: iso(row.finishedAt),
    };
  }
}

/** One source of releases and facts. */
export class FeedView {
  @ApiProperty({ example: 'models.dev' })
  name: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: String, format: 'uri', nullable: true })
  homepage: string | null;

  @ApiProperty({ description: 'Licence of the data.', example: 'MIT' })
  licence: string;

  @ApiProperty({ type: String, nullable: true, description: 'Words that stand beside its figures.' })
  attribution: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'How fresh its facts are.' })
  asOf: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Hours between two polls; null where it is not polled.',
  })
  everyHours: number | null;

  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'Organisations whose repositories it lists; null where it lists none.',
  })
  organisations: readonly string[] | null;

  @ApiProperty({ type: 'integer', description: 'Of its settings; 0 while nobody has changed them.' })
  version: number;

  @ApiProperty({ description: 'Polled, and older than twice its interval.' })
  stale: boolean;

  @ApiProperty({ type: FeedRunView, nullable: true })
  lastRun: FeedRunView | null;

  @ApiProperty({ type: 'integer', description: 'Failed runs since the last good one.' })
  failures: number;

  @ApiProperty({ type: 'integer', description: 'Refused items that wait for a decision.' })
  held: number;

  static from(row: FeedRow): FeedView {
    const { name, title, homepage, licence, asOf, isStale, lastRun, failures, held } = row;
    const { everyHours, organisations, version } = row;
    return {
      name,
      title,
      homepage,
      licence,
      everyHours,
      organisations,
      version,
      attribution: attributionOf(name) ?? null,
      asOf: iso(asOf),
      stale: isStale,
      lastRun: lastRun && FeedRunView.from(lastRun),
      failures,
      held,
    };
  }
}
