import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Events } from './events.writer.js';
import { Handlers } from './handlers.js';
import { JobQueue } from './job-queue.js';
import { JobsReader } from './jobs.reader.js';
import { Workers } from './workers.js';

/** Global: every feature publishes. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [JobQueue, JobsReader, Handlers, Workers, Events],
  exports: [Events, JobQueue, JobsReader, Workers],
})
export class EventsModule {}
