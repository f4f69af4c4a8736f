import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The id of a release that was merged into another one; it keeps answering. */
@Entity('release_redirect')
export class ReleaseRedirectEntity {
  @PrimaryColumn('uuid')
  oldId: string;

  @Column('uuid')
  releaseId: string;
}
