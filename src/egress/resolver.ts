import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds the addresses of a host name; tests put their own in its place. */
export abstract class Resolver {
  abstract resolve(host: string): Promise<readonly ResolvedAddress[]>;
}

@Injectable()
export class SystemResolver extends Resolver {
  resolve(host: string): Promise<readonly ResolvedAddress[]> {
    return lookup(host, { all: true, verbatim: true });
  }
}
