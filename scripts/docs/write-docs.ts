import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evidenceSchemaPage, renderEvidenceSchema } from './render-evidence-schema.js';
import { referencePage, renderReference } from './render-reference.js';

/** `npm run docs`: writes what is generated of the docs anew: the tables of the reference, the schema of evidence. */
async function writeDocs(): Promise<void> {
  const root = resolve(__dirname, '..', '..', '..');
  const path = join(root, referencePage);
  writeFileSync(path, await renderReference(root, readFileSync(path, 'utf8')));
  writeFileSync(join(root, evidenceSchemaPage), renderEvidenceSchema());
  console.log(`${referencePage} and ${evidenceSchemaPage} are written.`);
}

writeDocs().catch((error: unknown) => {
  console.error(String(error));
  process.exitCode = 1;
});
