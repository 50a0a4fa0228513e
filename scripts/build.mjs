// Bundles the command line and the extension into dist/; with the argument `demo`, the demo into out/demo.js. Each file of
// src/parsers/ wraps one large library and becomes a bundle of its own, loaded when first imported, so that a start pays for none
// of them. Nothing compiled is among it, and two builds of the same sources are the same byte for byte, wherever they are made.
import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommandLine, bundleDemo, bundleExtension, bundleParsers } from './bundles.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = resolve(root, 'dist');

if (process.argv[2] === 'demo') {
  await bundleDemo(resolve(root, 'out'));
} else {
  rmSync(dist, { recursive: true, force: true });
  await Promise.all([bundleCommandLine(dist), bundleExtension(dist), bundleParsers(dist)]);
}
