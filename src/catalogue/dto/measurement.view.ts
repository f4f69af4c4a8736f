import { ApiProperty } from '@nestjs/swagger';

/** What was measured and how: results compare only where all of it is equal. */
export class MeasurementView {
  @ApiProperty()
  benchmark: string;

  @ApiProperty()
  benchmarkVersion: string;

  @ApiProperty()
  metric: string;

  @ApiProperty()
  harness: string;

  @ApiProperty()
  mode: string;

  @ApiProperty()
  higherIsBetter: boolean;
}
