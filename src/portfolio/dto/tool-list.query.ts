import { TASKS } from '../../catalogue/domain/vocabulary.js';
import type { Task } from '../../catalogue/domain/vocabulary.js';
import { ListQuery } from '../../http/list-query.js';
import type { Actor } from '../../kernel/actor.js';
import { momentOf } from '../../kernel/moment.js';
import { DATA_CLASSES, MATERIALITIES } from '../domain/vocabulary.js';
import type { DataClass, Materiality } from '../domain/vocabulary.js';
import type { ToolFilters } from '../tools.reader.js';
import { ChoiceField, IdField, InOneCode, TextField } from '../../http/dto-fields.js';
import { FlagParameter, MomentField } from '../../http/query-fields.js';

export class ToolListQuery extends ListQuery {
  @IdField('OPTIONAL', { description: 'Person who owns it' })
  owner?: string;

  @TextField('OPTIONAL', 80, { description: 'Owner team' })
  team?: string;

  @ChoiceField('OPTIONAL', TASKS)
  task?: Task;

  @ChoiceField('OPTIONAL', MATERIALITIES)
  materiality?: Materiality;

  @ChoiceField('OPTIONAL', DATA_CLASSES)
  dataClass?: DataClass;

  @IdField('OPTIONAL', { description: 'Model that serves it, in any purpose' })
  model?: string;

  @TextField('OPTIONAL', 3, { description: 'ISO 639 code that it requires' })
  @InOneCode()
  language?: string;

  @FlagParameter('Its owner has left')
  orphaned?: boolean;

  @FlagParameter('It is retired')
  retired?: boolean;

  @FlagParameter('I own it, or a team of mine does')
  mine?: boolean;

  @MomentField('What served them then; everything else is as of today.')
  asOf?: string;

  toFilters(actor: Actor, now: Date): ToolFilters {
    const { mine, asOf, ...filters } = this;
    return { ...filters, asOf: momentOf(asOf, now), mine: mine === true ? actor : undefined };
  }
}
