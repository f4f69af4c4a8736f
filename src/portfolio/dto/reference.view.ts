import { ApiProperty } from '@nestjs/swagger';

export class NamedReferenceView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

export class PersonReferenceView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ description: 'False when the person has left.' })
  active: boolean;
}
