import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from './bundled-packages.mjs';

/**
 * What is in the bundles as CycloneDX, by npm's own account of package-lock.json: names, versions, licences, checksums and who needs whom.
 * npm counts all of them as needed for development alone, since nothing is installed beside the bundles. Without the time, and
 * named by its own content, it is the same for the same lock file; which npm wrote it is in it.
 */
export function billOfMaterials(root, packages) {
  const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { name } = read('package.json');
  const { description } = read('package.nls.json');
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include', 'dev'];
  const shell = process.platform === 'win32';
  const stdio = ['ignore', 'pipe', 'pipe'];
  const whole = JSON.parse(
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26, shell, stdio }),
  );
  const bundled = new Map(packages.map((each) => [idOf(each), each]));
  const { component, tools, lifecycles } = whole.metadata;
  const components = whole.components
    .filter((each) => bundled.has(each['bom-ref']))
    .map((each) => asBundled(each, bundled));
  const missing = [...bundled.keys()].filter((id) => !components.some((each) => each['bom-ref'] === id));
  if (missing.length > 0) throw new Error(`package-lock.json does not have ${missing.join(', ')}.`);
  const own = component['bom-ref'];
  const kept = (ref) => ref === own || bundled.has(ref);
  const content = {
    version: 1,
    // npm calls the component by its folder.
    metadata: { lifecycles, tools, component: { ...component, name, description } },
    components: components.sort(byRef('bom-ref')),
    dependencies: whole.dependencies
      .filter(({ ref }) => kept(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(kept).sort() }))
      .sort(byRef('ref')),
  };
  const { $schema, bomFormat, specVersion } = whole;
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(content))}`;
  return `${JSON.stringify({ $schema, bomFormat, specVersion, serialNumber, ...content }, undefined, 2)}\n`;
}

function asBundled(component, bundled) {
  const { carried } = bundled.get(component['bom-ref']);
  const properties = component.properties.filter(({ name }) => name !== 'cdx:npm:package:development');
  // Which version of them it carries a package does not say.
  const inner = carried.map((name) => ({ type: 'library', name, scope: 'required', purl: purlOf(name) }));
  return { ...component, scope: 'required', properties, ...(inner.length > 0 && { components: inner }) };
}

function purlOf(name) {
  return `pkg:npm/${name.replace('@', '%40')}`;
}

function byRef(key) {
  return (one, other) => (one[key] < other[key] ? -1 : 1);
}

/** A name-based UUID (version 8 of RFC 9562). */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((parseInt(hex[16], 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
