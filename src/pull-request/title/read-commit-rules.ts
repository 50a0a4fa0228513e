import type { Node } from '@babel/types';
import { entryOf, textsOf } from './rule-data.js';
import type { TitleRules } from './title-rules.js';

/**
 * What the settings of commitlint, git-cliff, release-please and standard-version say of commits, which is what a squashed pull request's
 * title becomes. `undefined` where they ask for nothing that is known.
 */
export async function readCommitRules(path: string, text: string): Promise<TitleRules | undefined> {
  const found = await readers(path)(text);
  if (found === undefined) return undefined;
  return {
    path,
    checksTitles: false,
    types: found.types,
    scopes: [],
    needsScope: false,
    lowercase: found.lowercase ?? false,
  };
}

interface CommitRules {
  readonly types?: readonly string[];
  readonly lowercase?: boolean;
}

type Reader = (text: string) => Promise<CommitRules | undefined>;

function readers(path: string): Reader {
  if (path.endsWith('cliff.toml')) return readCliff;
  if (/\.[cm]?[jt]s$/.test(path)) return (text) => readCommitlintScript(text, path);
  return path.includes('commitlint') ? readCommitlint : readChangelogTypes;
}

async function readCliff(text: string): Promise<CommitRules | undefined> {
  const { parseToml } = await import('../../parsers/parse-toml.js');
  const toml = parseToml(text);
  const git = 'table' in toml ? toml.table['git'] : undefined;
  const isAsked = typeof git === 'object' && git !== null && 'conventional_commits' in git;
  return isAsked && git.conventional_commits === true ? {} : undefined;
}

/** release-please takes only conventional commits, whatever else it is told; standard-version too. */
const readChangelogTypes: Reader = async (text) => {
  const { parseYaml } = await import('../../parsers/parse-yaml.js');
  const root = parseYaml(text).root;
  return root?.kind === 'map' ? {} : undefined;
};

/** The sets of rules that ask for conventional commits, and for a small letter behind the colon. */
const isConventional = (name: string): boolean => /(?:config-)?(?:conventional|angular)$/.test(name);

const readCommitlint: Reader = async (text) => {
  const { parseYaml } = await import('../../parsers/parse-yaml.js');
  const root = parseYaml(text).root;
  const rule = entryOf(entryOf(root, 'rules'), 'type-enum');
  const listed = rule?.kind === 'list' ? textsOf(rule.items[2]) : [];
  return asRules(textsOf(entryOf(root, 'extends')), listed);
};

/** Only what is written out counts: what a script would compute is not known. */
async function readCommitlintScript(text: string, path: string): Promise<CommitRules | undefined> {
  const { parseJavaScript } = await import('../../parsers/parse-javascript.js');
  const code = parseJavaScript(text, path);
  if ('problem' in code) return undefined;
  const sets: string[] = [];
  const listed: string[] = [];
  for (const { name, value } of properties(code.program)) {
    if (name === 'extends') sets.push(...stringsOf(value));
    if (name === 'type-enum' && value.type === 'ArrayExpression') listed.push(...stringsOf(value.elements[2]));
  }
  return asRules(sets, listed);
}

function asRules(sets: readonly string[], types: readonly string[]): CommitRules | undefined {
  const lowercase = sets.some(isConventional);
  if (types.length > 0) return { types, lowercase };
  return lowercase ? { lowercase } : undefined;
}

interface Property {
  readonly name: string;
  readonly value: Node;
}

/** Every property that an object of the script is written with. */
function properties(program: Node): readonly Property[] {
  const found: Property[] = [];
  const waiting: unknown[] = [program];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== 'object' || node === null) continue;
    if ('type' in node && node.type === 'ObjectProperty') {
      const { key, value } = node as Extract<Node, { type: 'ObjectProperty' }>;
      const name = key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' ? key.value : undefined;
      if (name !== undefined) found.push({ name, value });
    }
    for (const inside of Object.values(node)) waiting.push(inside as unknown);
  }
  return found;
}

function stringsOf(node: Node | null | undefined): readonly string[] {
  const items = node?.type === 'ArrayExpression' ? node.elements : [node];
  return items.flatMap((item) => (item?.type === 'StringLiteral' ? [item.value] : []));
}
