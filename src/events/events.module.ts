import { Global, Module } from '@nestjs/common';
import { Events } from './events.writer.js';
import { JobQueue } from './job-queue.js';

/** Global: every feature publishes. */
@Global()
@Module({ providers: [JobQueue, Events], exports: [Events] })
export class EventsModule {}
