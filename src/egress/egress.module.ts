import { Global, Module } from '@nestjs/common';
import { Egress } from './egress.client.js';
import { Resolver, SystemResolver } from './resolver.js';

/** Global: feeds, gateways and webhooks go out by the same door. */
@Global()
@Module({ providers: [Egress, { provide: Resolver, useClass: SystemResolver }], exports: [Egress] })
export class EgressModule {}
