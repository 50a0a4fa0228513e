// Bundles the command line and the extension into dist/; with the argument `demo`, the demo into out/demo.js.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleDemo } from './bundles.mjs';
import { buildDist } from './release/build-dist.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

if (process.argv[2] === 'demo') await bundleDemo(resolve(root, 'out'));
else await buildDist(root);
