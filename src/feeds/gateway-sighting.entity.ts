import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A name under which a gateway has served a model. */
@Entity('gateway_sighting')
export class GatewaySightingEntity {
  @PrimaryColumn('uuid')
  gatewayId: string;

  @PrimaryColumn('text')
  servedName: string;

  @Column('timestamptz')
  firstSeenAt: Date;

  @Column('timestamptz')
  lastSeenAt: Date;
}
