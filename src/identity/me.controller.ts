import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../kernel/actor.js';
import { CurrentActor, Requires } from './access.decorators.js';
import { ActorView } from './actor.view.js';

@ApiTags('identity')
@Controller('me')
export class MeController {
  @Get()
  @Requires('me.read')
  @ApiOkResponse({ type: ActorView })
  me(@CurrentActor() actor: Actor): ActorView {
    return ActorView.from(actor);
  }
}
