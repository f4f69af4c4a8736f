import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A bundled catalogue that this database has taken in. */
@Entity('bundled_catalogue')
export class BundledCatalogueEntity {
  @PrimaryColumn('text')
  sha256: string;

  @Column('timestamptz')
  asOf: Date;

  @Column('integer')
  releases: number;

  @Column('timestamptz')
  loadedAt: Date;
}
