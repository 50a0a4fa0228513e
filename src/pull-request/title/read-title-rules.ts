import type { RepositorySnapshot } from '../../change/change.js';
import type { DataNode } from '../../parsers/data-tree.js';
import { readCommitRules } from './read-commit-rules.js';
import { entryOf, textsOf } from './rule-data.js';
import type { TitleRules } from './title-rules.js';

/** Where a repository says how titles begin, what counts first before the rest. All of it is read as data, and nothing of it is run. */
const places: readonly RegExp[] = [
  /^\.github\/workflows\/[^/]{1,100}\.ya?ml$/,
  /^\.github\/semantic\.ya?ml$/,
  /^(?:\.commitlintrc(?:\.json|\.ya?ml)?|commitlint\.config\.[cm]?[jt]s)$/,
  /^(?:cliff\.toml|\.github\/cliff\.toml|release-please-config\.json|\.versionrc(?:\.json)?)$/,
];
const mostFiles = 60;

/** The first rule of the repository on how titles begin, as the base has it; `undefined` where it has none that is understood. */
export async function readTitleRules(snapshot: RepositorySnapshot): Promise<TitleRules | undefined> {
  const paths = await snapshot.paths('base');
  const wanted = places.flatMap((place) => paths.filter((path) => place.test(path))).slice(0, mostFiles);
  const versions = await snapshot.read('base', wanted);
  for (const path of wanted) {
    const text = versions.get(path)?.text;
    const rules = text === undefined ? undefined : await readRules(path, text);
    if (rules !== undefined) return rules;
  }
  return undefined;
}

async function readRules(path: string, text: string): Promise<TitleRules | undefined> {
  if (!path.startsWith('.github/') || path.endsWith('.toml')) return readCommitRules(path, text);
  if (/^\.github\/semantic/.test(path)) return readSemanticApp(path, text);
  return text.includes(titleAction) ? readTitleAction(path, text) : undefined;
}

/** The action that most repositories check titles with. */
const titleAction = 'amannn/action-semantic-pull-request';

async function readTitleAction(path: string, text: string): Promise<TitleRules | undefined> {
  const { parseYaml } = await import('../../parsers/parse-yaml.js');
  const root = parseYaml(text).root;
  const steps = root === undefined ? [] : findSteps(root, 8);
  const step = steps.find((each) => textsOf(entryOf(each, 'uses')).some((uses) => uses.startsWith(titleAction)));
  if (step === undefined) return undefined;
  const given = entryOf(step, 'with');
  const lines = (name: string): readonly string[] =>
    textsOf(entryOf(given, name))
      .flatMap((value) => value.split(/\r?\n/))
      .map((line) => line.trim())
      .filter(Boolean);
  const types = lines('types');
  return {
    path,
    checksTitles: true,
    types: types.length === 0 ? undefined : types,
    scopes: lines('scopes'),
    needsScope: lines('requireScope')[0] === 'true',
    lowercase: lines('subjectPattern').some((pattern) => pattern.startsWith('^(?![A-Z])')),
  };
}

/** Everything in a workflow that may be a step. */
function findSteps(node: DataNode, depth: number): readonly DataNode[] {
  if (depth === 0 || node.kind === 'scalar') return [];
  const inside = node.kind === 'list' ? node.items : node.entries.map((each) => each.node);
  return [node, ...inside.flatMap((each) => findSteps(each, depth - 1))];
}

/** The settings of the Semantic Pull Requests app. */
async function readSemanticApp(path: string, text: string): Promise<TitleRules | undefined> {
  const { parseYaml } = await import('../../parsers/parse-yaml.js');
  const root = parseYaml(text).root;
  const says = (name: string, value: string): boolean => textsOf(entryOf(root, name))[0] === value;
  if (root === undefined || says('enabled', 'false')) return undefined;
  const types = textsOf(entryOf(root, 'types'));
  return {
    path,
    checksTitles: !says('commitsOnly', 'true'),
    types: types.length === 0 ? undefined : types,
    scopes: textsOf(entryOf(root, 'scopes')),
    needsScope: false,
    lowercase: false,
  };
}
