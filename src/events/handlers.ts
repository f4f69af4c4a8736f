import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { DomainEvent, EventKind } from './event-kinds.js';

/** What a handler is told beside the event or the data of the job. */
export interface Delivery {
  /** The same over all repeats: the id of the event, or of the job. */
  readonly id: string;
  readonly at: Date;
  /** Aborted when the service stops or the time is over. */
  readonly signal: AbortSignal;
}

export interface HandlerOptions {
  /** Repeats after the first failure before it becomes a dead letter. */
  readonly retries?: number;
  /** Before the first repeat; doubles with every further one, up to five minutes. 0 repeats at once. */
  readonly retryDelaySeconds?: number;
  /** Most runs at one time in one process; 1 keeps them in order within the process. */
  readonly concurrency?: number;
  /** Most runs at one time in one process for jobs of one group, so that one slow counterpart leaves room for others. */
  readonly perGroup?: number;
  /** A run that takes longer is given to somebody else. */
  readonly expireSeconds?: number;
}

export interface JobHandlerOptions extends HandlerOptions {
  /** Five cron fields in UTC; each occurrence runs on one replica. */
  readonly cron?: string;
}

/** A method that takes jobs from a queue of its own, so that a failing one never holds up another. */
export interface Handler {
  readonly queue: string;
  /** Empty for jobs. */
  readonly kinds: readonly EventKind[];
  readonly options: JobHandlerOptions;
  readonly run: (data: unknown, delivery: Delivery) => Promise<void>;
}

type Method = (...args: never[]) => Promise<void>;
type Decorate<Handle extends Method> = <Own extends Handle>(
  target: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<Own>,
) => void;

const HANDLER = Symbol('modelfolio:handler');

interface Declared {
  readonly job?: string;
  readonly kinds: readonly EventKind[];
  readonly options: JobHandlerOptions;
}

const declare =
  (declared: Declared) =>
  (_target: object, _name: string | symbol, descriptor: PropertyDescriptor): void =>
    Reflect.defineMetadata(HANDLER, declared, descriptor.value);

/** The method receives every event of these kinds, at least once and in no promised order: it must be idempotent. */
export const OnEvent = <Kind extends EventKind>(
  kinds: Kind | readonly Kind[],
  options: HandlerOptions = {},
): Decorate<(event: DomainEvent<Kind>, delivery: Delivery) => Promise<void>> =>
  declare({ kinds: typeof kinds === 'string' ? [kinds] : kinds, options });

/** The method runs the jobs of this name: those that are sent, and one for each occurrence of `cron`. */
export const Job = <Data>(
  name: string,
  options: JobHandlerOptions = {},
): Decorate<(data: Data, delivery: Delivery) => Promise<void>> => declare({ job: name, kinds: [], options });

/** Finds the methods of all providers that are declared by `@OnEvent` or `@Job`. */
@Injectable()
export class Handlers {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  all(): Handler[] {
    return this.discovery.getProviders().flatMap(({ instance }: { instance: unknown }) => this.of(instance));
  }

  private of(instance: unknown): Handler[] {
    if (typeof instance !== 'object' || instance === null) return [];
    const methods: Record<string, unknown> = Object.getPrototypeOf(instance);
    return this.scanner.getAllMethodNames(methods).flatMap((name) => {
      const method = methods[name];
      if (typeof method !== 'function') return [];
      const declared: Declared | undefined = Reflect.getMetadata(HANDLER, method);
      if (declared === undefined) return [];
      const queue = declared.job ?? `${instance.constructor.name}.${name}`;
      return [{ queue, kinds: declared.kinds, options: declared.options, run: method.bind(instance) }];
    });
  }
}
