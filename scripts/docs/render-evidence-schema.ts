import * as z from 'zod/mini';
import { evidenceSchema } from '../../src/gate/evidence.js';

/** Where the published schema of evidence lies, from the root. */
export const evidenceSchemaPage = 'docs/schemas/evidence-v1.json';

/** The JSON Schema (2020-12) of the evidence that the gate reads, out of the code that reads it. */
export function renderEvidenceSchema(): string {
  const schema = {
    $id: `https://github.com/pm-zone/pm-zone/blob/main/${evidenceSchemaPage}`,
    title: 'What a host says of a pull request, for pm-zone review --evidence',
    ...z.toJSONSchema(evidenceSchema),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
