import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('vendor')
export class VendorEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  /** ISO 3166-1 alpha-2 of the headquarters. */
  @Column('text')
  country: string;

  @Column('uuid', { nullable: true })
  parentVendorId: string | null;

  @Column('text', { array: true, default: [] })
  hubOrganisations: string[];

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
