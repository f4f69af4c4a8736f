import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  MaxLength,
  Validate,
  ValidatorConstraint,
} from 'class-validator';
import { Given } from '../../http/dto-fields.js';
import type { ValidatorConstraintInterface } from 'class-validator';
import { ListQuery } from '../../http/list-query.js';
import { FlagParameter } from '../../http/query-fields.js';
import type { WebhookFilter } from '../domain/webhook-filter.js';
import { TEST_KIND, WEBHOOK_KINDS } from '../domain/webhook-kinds.js';
import type { WebhookKind } from '../domain/webhook-kinds.js';
import { DELIVERY_STATES } from '../webhook-delivery.entity.js';
import type { DeliveryState } from '../webhook-delivery.entity.js';

const MAX_FIELDS = 10;
const MAX_VALUES = 50;
const FILTER_SCHEMA: ApiPropertyOptions = {
  type: 'object',
  description: 'Field of the data → values it may have; of a list, one member is enough. What lacks the field is sent.',
  additionalProperties: {
    type: 'array',
    items: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  },
  example: { severity: ['WARN', 'FAIL'] },
};

const isScalar = (value: unknown): boolean =>
  typeof value === 'boolean' || typeof value === 'number' || (typeof value === 'string' && value.length <= 200);

@ValidatorConstraint()
class IsWebhookFilter implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const fields = Object.entries(value);
    return (
      fields.length <= MAX_FIELDS &&
      fields.every(
        ([field, wanted]: [string, unknown]) =>
          /^[A-Za-z]{1,60}$/.test(field) &&
          Array.isArray(wanted) &&
          wanted.length > 0 &&
          wanted.length <= MAX_VALUES &&
          wanted.every(isScalar),
      )
    );
  }

  defaultMessage(): string {
    return `filter must name at most ${MAX_FIELDS} fields, each with a list of 1 to ${MAX_VALUES} texts, numbers or booleans`;
  }
}

export class CreateWebhookDto {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120)
  name: string;

  @ApiProperty({
    format: 'uri',
    maxLength: 2000,
    description: 'https, at a host that may be called; own networks by configuration.',
  })
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(2000)
  url: string;

  @ApiProperty({ enum: WEBHOOK_KINDS, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(WEBHOOK_KINDS, { each: true })
  kinds: WebhookKind[];

  @ApiPropertyOptional(FILTER_SCHEMA)
  @Given()
  @Validate(IsWebhookFilter)
  filter?: WebhookFilter;
}

export class PatchWebhookDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: 120 })
  @Given()
  @IsString()
  @Length(1, 120)
  name?: string;

  @ApiPropertyOptional({ format: 'uri', maxLength: 2000 })
  @Given()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(2000)
  url?: string;

  @ApiPropertyOptional({ enum: WEBHOOK_KINDS, isArray: true })
  @Given()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(WEBHOOK_KINDS.length)
  @ArrayUnique()
  @IsIn(WEBHOOK_KINDS, { each: true })
  kinds?: WebhookKind[];

  @ApiPropertyOptional({ ...FILTER_SCHEMA, nullable: true })
  @IsOptional()
  @Validate(IsWebhookFilter)
  filter?: WebhookFilter | null;

  @ApiPropertyOptional()
  @Given()
  @IsBoolean()
  enabled?: boolean;
}

export class WebhookListQuery extends ListQuery {
  @FlagParameter()
  enabled?: boolean;
}

export class DeliveryListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: DELIVERY_STATES })
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;

  @ApiPropertyOptional({ enum: [...WEBHOOK_KINDS, TEST_KIND] })
  @IsOptional()
  @IsIn([...WEBHOOK_KINDS, TEST_KIND])
  kind?: string;
}

export class NotificationListQuery extends ListQuery {
  @FlagParameter('Only those that were not read, or only those that were.')
  unread?: boolean;

  @ApiPropertyOptional({ enum: WEBHOOK_KINDS })
  @IsOptional()
  @IsIn(WEBHOOK_KINDS)
  kind?: WebhookKind;
}
