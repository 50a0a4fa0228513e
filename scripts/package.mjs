// Builds dist/ and packs what is released into the folder that is named, else into release/.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDist } from './release/build-dist.mjs';
import { packRelease } from './release/pack-release.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = resolve(process.argv[2] ?? resolve(root, 'release'));

const packages = await buildDist(root);
for (const name of packRelease(root, packages, folder)) console.log(name);
