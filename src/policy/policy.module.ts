import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PolicyController } from './policy.controller.js';
import { PolicyDefaults } from './policy.defaults.js';
import { PolicyProposalEntity } from './policy-proposal.entity.js';
import { PolicyReader } from './policy.reader.js';
import { PolicyService } from './policy.service.js';
import { PolicyVersionEntity } from './policy-version.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([PolicyVersionEntity, PolicyProposalEntity])],
  controllers: [PolicyController],
  providers: [PolicyReader, PolicyService, PolicyDefaults],
  exports: [PolicyReader],
})
export class PolicyModule {}
