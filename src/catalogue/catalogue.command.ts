import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { commandGroup, type CommandContext } from '../config/command.js';
import { CatalogueExport, bundleText } from './catalogue.export.js';
import { bundledCataloguePath } from './catalogue.seed.js';

/** `modelfolio catalogue export`: writes the catalogue with all its sources, for the next version to ship. */
export function registerCatalogueCommand(program: Command, { withApp, print }: CommandContext): void {
  commandGroup(program, 'catalogue', 'what the world has published')
    .command('export')
    .description('write the catalogue with all facts and sources as one file')
    .option('--out <file>', 'where to write it', bundledCataloguePath())
    .action(({ out }: { out: string }) =>
      withApp(async (app) => {
        const bundle = await app.get(CatalogueExport).export();
        const path = resolve(out);
        // Written beside it first: a broken-off run leaves the old file whole.
        await writeFile(`${path}.part`, bundleText(bundle));
        await rename(`${path}.part`, path);
        print(`${bundle.releases.length} releases of ${bundle.vendors.length} vendors, as of ${bundle.asOf}: ${path}`);
      }),
    );
}
