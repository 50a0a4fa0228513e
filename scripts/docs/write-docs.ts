import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { referencePage, renderReference } from './render-reference.js';

/** `npm run docs`: writes the generated tables of the reference anew. */
async function writeDocs(): Promise<void> {
  const root = resolve(__dirname, '..', '..', '..');
  const path = join(root, referencePage);
  writeFileSync(path, await renderReference(root, readFileSync(path, 'utf8')));
  console.log(`${referencePage} is written.`);
}

writeDocs().catch((error: unknown) => {
  console.error(String(error));
  process.exitCode = 1;
});
