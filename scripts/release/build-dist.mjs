import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleAll } from '../bundles.mjs';
import { bundledPackages } from './bundled-packages.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

/**
 * Makes dist/ anew: the bundles, and the licences of what is in them. Each file of src/parsers/ wraps one large library and becomes
 * a bundle of its own, loaded when first imported, so that a start pays for none of them. Nothing compiled is among it, and two builds
 * of the same sources are the same byte for byte, wherever they are made. Resolves to the packages that are in the bundles.
 */
export async function buildDist(root) {
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const packages = bundledPackages(root, await bundleAll(dist));
  const sources = readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8');
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages, sources));
  return packages;
}
