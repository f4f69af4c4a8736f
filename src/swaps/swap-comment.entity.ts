import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('swap_comment')
export class SwapCommentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  swapRequestId: string;

  @Column('uuid')
  authorId: string;

  @Column('text')
  text: string;

  @Column('timestamptz')
  at: Date;
}
