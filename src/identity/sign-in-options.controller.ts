import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Config } from '../config/env.js';
import { Public } from './access.decorators.js';
import { LOCAL_ACCOUNT_NAMES } from './domain/local-accounts.js';
import type { LocalAccountName } from './domain/local-accounts.js';
import { isOpenToAll } from './open-to-all.js';

class SignInOptionsView {
  @ApiProperty({ enum: ['local', 'oidc'] })
  mode: 'local' | 'oidc';

  @ApiProperty({ enum: LOCAL_ACCOUNT_NAMES, isArray: true, description: 'Built-in accounts; empty with oidc.' })
  accounts: readonly LocalAccountName[];

  @ApiProperty({
    description: 'Whether built-in accounts can be used from other machines: show a warning on every page.',
  })
  unsafe: boolean;
}

@ApiTags('identity')
@Controller('sign-in')
export class SignInOptionsController {
  constructor(private readonly config: Config) {}

  /** Tells the console how people sign in here. */
  @Get()
  @Public()
  @ApiOkResponse({ type: SignInOptionsView })
  options(): SignInOptionsView {
    const { authMode: mode } = this.config;
    return { mode, accounts: mode === 'local' ? LOCAL_ACCOUNT_NAMES : [], unsafe: isOpenToAll(this.config) };
  }
}
