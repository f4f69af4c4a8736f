import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { REQUIRED_PERMISSION } from './access.decorators.js';

/** Refuses to start while any route has not said which permission it needs. */
@Injectable()
export class PermissionCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ instance, metatype, name }) => {
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null || typeof metatype !== 'function') return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => this.isUndeclaredRoute(Reflect.get(prototype, method), metatype))
        .map((method) => `${String(name)}.${method}`);
    });
    if (undeclared.length > 0) throw new TypeError(`Routes without @Requires or @Public: ${undeclared.join(', ')}`);
  }

  private isUndeclaredRoute(handler: unknown, controller: NonNullable<unknown>): boolean {
    if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return false;
    return !Reflect.hasMetadata(REQUIRED_PERMISSION, handler) && !Reflect.hasMetadata(REQUIRED_PERMISSION, controller);
  }
}
