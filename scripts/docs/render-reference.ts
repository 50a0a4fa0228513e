import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { checkTable, confirmedTable } from './check-tables.js';
import { commandHelp, commandTable, exitCodeTable, formatTable } from './command-line-tables.js';
import { editorCommandTable, editorSettingTable, type Manifest, type Texts } from './editor-tables.js';
import { conditionTable, policySettingTable } from './policy-tables.js';

/** The page whose tables are generated, from the project's folder. */
export const referencePage = 'docs/reference.md';

/**
 * The page with each part between `<!-- generated: NAME -->` and `<!-- end -->` made anew from the code and the manifest in the project's
 * folder; what stands outside is kept. Rejects where a name is unknown, is missing, or a table lacks its words.
 */
export async function renderReference(root: string, page: string): Promise<string> {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const manifest = JSON.parse(read('package.json')) as Manifest;
  const texts = JSON.parse(read('package.nls.json')) as Texts;
  const parts: Readonly<Record<string, string>> = {
    commands: await commandTable(),
    'command help': await commandHelp(),
    'exit codes': await exitCodeTable(),
    formats: formatTable(),
    checks: checkTable(),
    confirmed: confirmedTable(),
    'policy settings': policySettingTable(),
    conditions: conditionTable(),
    'editor commands': editorCommandTable(manifest, texts),
    'editor settings': editorSettingTable(manifest, texts),
  };
  const left = new Set(Object.keys(parts));
  const filled = page.replace(
    /(<!-- generated: ([^>]+) -->\n).*?(<!-- end -->)/gs,
    (_, start: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined || !left.delete(name))
        throw new Error(`${referencePage} cannot have a part “${name}” here.`);
      return `${start}\n${part}\n\n${end}`;
    },
  );
  if (left.size > 0) throw new Error(`${referencePage} lacks ${[...left].join(', ')}.`);
  const path = join(root, referencePage);
  return format(filled, { ...(await resolveConfig(path)), filepath: path });
}
