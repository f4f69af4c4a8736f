import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * `npm run --silent sbom`: what the product hands on, in CycloneDX, from what `npm sbom` knows of all that is installed.
 * Its own `--omit dev` leaves out whatever a tool of development needs as well, such as @nestjs/common and jose.
 */
const bom = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { encoding: 'utf8', maxBuffer: 256 * 1024 ** 2 }),
);
const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** The package URLs of those entries of the lock file that pass. */
const urlsOf = (passes) =>
  new Set(
    Object.entries(packages)
      .filter(([path, entry]) => path.includes('node_modules/') && !entry.link && !entry.dev && passes(entry))
      .map(([path, { version }]) => `pkg:npm/${path.split('node_modules/').at(-1)}@${version}`),
  );
const handedOn = urlsOf(() => true);
const urlOf = ({ purl }) => decodeURIComponent(purl);
const components = bom.components.filter(
  (each) => handedOn.has(urlOf(each)) || urlOf(each).startsWith(`pkg:npm/@${name}/`),
);
const kept = new Set(components.map((each) => each['bom-ref']));
const own = bom.metadata.component['bom-ref'];
const dependencies = bom.dependencies
  .filter(({ ref }) => ref === own || kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) }));

// What is optional may be meant for another system; everything else must be there.
const listed = new Set(components.map(urlOf));
const missing = [...urlsOf(({ optional }) => !optional)].filter((each) => !listed.has(each));
if (missing.length > 0) {
  console.error(`not installed: ${missing.join(', ')}`);
  process.exit(1);
}
// npm names the product after the folder that it lies in.
const metadata = { ...bom.metadata, component: { ...bom.metadata.component, name } };
process.stdout.write(`${JSON.stringify({ ...bom, metadata, components, dependencies }, null, 2)}\n`);
