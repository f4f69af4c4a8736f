import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import type { Actor } from '../kernel/actor.js';
import { CurrentActor, Requires } from './access.decorators.js';
import { ChangePersonDto, CreatePersonDto, PeopleListQuery, ReassignDto } from './dto/person.dto.js';
import { PEOPLE, PeopleReader } from './people.reader.js';
import { PeopleService } from './people.service.js';
import { PersonView, ReassignedView } from './person.view.js';

@ApiTags('identity')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly reader: PeopleReader,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Requires('person.read')
  @ApiPage(PersonView)
  async list(@Query() query: PeopleListQuery): Promise<PageView<PersonView>> {
    const request = toPageRequest(query, { sorts: PEOPLE.sorts, default: 'displayName' });
    return respondList(await this.reader.list(request, query), PersonView.from);
  }

  @Get(':id')
  @Requires('person.read')
  @ApiOkResponse({ type: PersonView })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return PersonView.from(await this.reader.get(id));
  }

  @Post()
  @Requires('person.write')
  @ApiCreatedResponse({ type: PersonView })
  async create(@Body() body: CreatePersonDto, @CurrentActor() actor: Actor): Promise<PersonView> {
    return PersonView.from(await this.people.enter(body, actor));
  }

  @Patch(':id')
  @Requires('person.write')
  @NeedsIfMatch()
  @ApiOkResponse({ type: PersonView })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangePersonDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<PersonView> {
    return PersonView.from(await this.people.change(id, version, body, actor));
  }

  @Post(':id/reassign')
  @HttpCode(200)
  @Requires('person.write')
  @ApiOkResponse({ type: ReassignedView })
  async reassign(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { to }: ReassignDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReassignedView> {
    return ReassignedView.from(await this.people.reassign(id, to, actor));
  }
}
