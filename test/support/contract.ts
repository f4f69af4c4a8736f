import type { OpenAPIObject } from '@nestjs/swagger';
import type { TestApp } from './app.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly example?: Json;
  readonly default?: Json;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  /** The permission that it declares, or `public`. */
  readonly permission: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly bodyType: string | undefined;
  readonly body: Schema | undefined;
}

interface RawOperation {
  readonly 'x-permission'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** The operations of the contract, and values that fit its schemas. */
export class Contract {
  readonly operations: readonly Operation[];

  private constructor(private readonly document: OpenAPIObject) {
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, RawOperation>).map(([method, operation]) => {
        const [bodyType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
        const { 'x-permission': permission, parameters = [] } = operation;
        return { method: method.toUpperCase(), path, permission, parameters, bodyType, body: body?.schema };
      }),
    );
  }

  static async of(app: TestApp): Promise<Contract> {
    return new Contract((await app.http.get('/openapi.json').expect(200)).body);
  }

  /** Returns the schema itself where a reference stands. */
  resolve(schema: Schema): Schema {
    if (schema.allOf?.length === 1 && schema.allOf[0] !== undefined) return this.resolve(schema.allOf[0]);
    if (schema.$ref === undefined) return schema;
    const name = schema.$ref.split('/').at(-1) ?? '';
    return this.resolve((this.document.components?.schemas?.[name] ?? {}) as Schema);
  }

  /** Returns the smallest value that fits the schema: required fields alone. */
  sample(given: Schema): Json {
    const schema = this.resolve(given);
    const [choice] = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
    if (schema.example !== undefined) return schema.example;
    if (schema.enum !== undefined) return schema.enum[0] ?? null;
    if (choice !== undefined) return this.sample(choice);
    const type = [schema.type].flat()[0];
    if (type === 'object' || schema.properties !== undefined) {
      const names = schema.required ?? [];
      return Object.fromEntries(names.map((name) => [name, this.sample(schema.properties?.[name] ?? {})]));
    }
    if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => this.sample(schema.items ?? {}));
    if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
    if (type === 'boolean') return true;
    return textOf(schema);
  }
}

function textOf({ format, minLength = 1 }: Schema): string {
  if (format === 'uuid') return UNKNOWN_ID;
  if (format === 'date') return '2026-07-01';
  if (format === 'date-time') return '2026-12-01T00:00:00Z';
  if (format === 'email') return 'someone@bank.example';
  if (format === 'uri' || format === 'url') return 'https://bank.example/';
  return 'x'.repeat(Math.max(3, minLength));
}

/** The id of nothing. */
export const UNKNOWN_ID = '00000000-0000-7000-8000-000000000000';
