import type { INestApplicationContext } from '@nestjs/common';
import { CatalogueSeed } from './catalogue/catalogue.seed.js';
import type { Config } from './config/env.js';
import type { Report } from './database/migrate.js';
import { DemoSeed } from './portfolio/demo.seed.js';
import { Assessor } from './replacement/assessor.js';

/** Loads the bundled catalogue and, where asked for, the demo portfolio into a database that has none; then finds the flags. */
export async function prepare(app: INestApplicationContext, { demo }: Config, report: Report): Promise<void> {
  const catalogue = await app.get(CatalogueSeed, { strict: false }).loadBundled();
  if (catalogue !== undefined) report(`Catalogue: ${catalogue.releases} releases as of ${catalogue.asOf.slice(0, 10)}`);
  const portfolio = demo === true ? await app.get(DemoSeed, { strict: false }).loadIfEmpty() : undefined;
  if (portfolio !== undefined) report(`Demo portfolio: ${portfolio.models} models, ${portfolio.tools} tools`);
  if (catalogue === undefined && portfolio === undefined) return;
  const { raised, models, releases } = await app.get(Assessor, { strict: false }).assess();
  report(`Flags: ${raised} raised on ${models} models, judged against ${releases} releases`);
}
