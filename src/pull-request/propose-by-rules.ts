import type { FileKind } from '../change/classify-file.js';
import type { ProposedLabel } from './proposal.js';
import type { ProposalGround, RepositoryLabel } from './proposal-ground.js';
import { labelWords, proposableLabels } from './proposable-labels.js';

/** What repositories call the kinds of files, one word each. */
const kindNames: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  copy: ['copy', 'content', 'text', 'texts', 'wording', 'i18n', 'l10n', 'localization', 'translation', 'translations'],
  docs: ['docs', 'doc', 'documentation'],
  prompts: ['prompt', 'prompts'],
  events: ['analytics', 'telemetry', 'tracking'],
  flags: ['flags', 'featureflag', 'featureflags'],
  components: ['ui', 'frontend', 'component', 'components'],
  config: ['config', 'configuration', 'settings'],
};

/** What may stand before such a name in a label: `area/home`. */
const leads = /^(?:area|scope|team|kind|type|topic|component|comp|module|pkg|package|feature|feat|a|c|t)$/;

/** Folders that hold features and are none. */
const general = /^(?:src|app|apps|lib|libs|packages?|features?|modules?|components?|pages|views|public|test|tests)$/;

const mostLabels = 6;

/**
 * The repository's labels that are called as a kind of the changed files, as a folder that all of them lie in, or as a team that owns one; and its
 * own label of the size where it writes that otherwise than we do.
 */
export function proposeByRules(ground: ProposalGround, labels: readonly RepositoryLabel[]): readonly ProposedLabel[] {
  const kinds = ground.files.flatMap(({ kind }) => kindNames[kind] ?? []);
  const teams = ground.owners.filter((owner) => owner.includes('/')).map((owner) => plain(lastOf(owner.split('/'))));
  const areas = new Set([...kinds, ...sharedFolders(ground), ...teams]);
  const isNamed = ({ name }: RepositoryLabel): boolean => {
    const words = labelWords(name);
    const rest = words.length > 1 && leads.test(words[0] as string) ? words.slice(1) : words;
    return areas.has(rest.join(''));
  };
  const sizes = new Map(ground.labels.filter((name) => name.startsWith('size:')).map((name) => [plain(name), name]));
  const taken = new Set(ground.labels);
  const sized = labels.filter(({ name }) => sizes.has(plain(name)) && !taken.has(name));
  return [...sized, ...proposableLabels(labels, ground).filter(isNamed)]
    .slice(0, mostLabels)
    .map((label) => ({ ...label, by: 'rules' }));
}

/** Letters and digits alone, by which one name is known that is written in several ways. */
export function plain(name: string): string {
  return labelWords(name).join('');
}

function sharedFolders({ files }: ProposalGround): readonly string[] {
  const folders = files.map(({ path }) => path.split('/').slice(0, -1));
  return (folders[0] ?? [])
    .filter((name, at) => !general.test(name) && folders.every((each) => each[at] === name))
    .map(plain);
}

function lastOf(names: readonly string[]): string {
  return names.at(-1) as string;
}
