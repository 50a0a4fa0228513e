import { fold } from '../fold.js';
import { agentFiles, agentFolders, toolFolders, steeringFiles } from './protected-names.js';
import { isNamedAlike, manifestReason, namedAlike } from './named-alike.js';
import { toolFiles } from './tool-names.js';

/**
 * Why what lies in a folder of this folded name, or is such a link to one, steers people, agents or machines (design §4, row 2), in
 * plain words as the end of a sentence that begins with "It"; `undefined` where it does not. Holds at any depth.
 */
export function protectedFolder(name: string): string | undefined {
  if (agentFolders.has(name) || name.startsWith('.aider')) return 'belongs to the settings of a coding agent';
  if (toolFolders.has(name)) return 'belongs to the settings of GitHub, GitLab, the editor or a tool';
  if (name.startsWith('.git')) return 'belongs to the settings of git, GitHub or GitLab';
  if (name.startsWith('.env')) return 'holds settings and secrets of a running system';
  return undefined;
}

/** As `protectedFolder`, for a file of this folded name in a folder that does not matter. */
export function protectedFile(name: string): string | undefined {
  if (agentFiles.has(name) || agentLike.test(name)) return 'tells coding agents what to do';
  if (steeringFiles.has(name)) return 'says who answers for what, or is a template that others start from';
  if (namedAlike.has(name)) return manifestReason;
  if (toolFiles.has(name) || isToolLike(name)) return 'is read by tools: it says what is installed, built or run';
  return protectedFolder(name);
}

function isToolLike(name: string): boolean {
  return toolBeginning.test(name) || toolEnding.test(name) || toolMiddle.test(name);
}

/** Agents whose instructions may have a further name in them, as `claude.local.md`. */
const agents = ['agents', 'claude', 'gemini'];

/** What Markdown for agents has before its `.md`. */
const agentMarks = ['instructions', 'chatmode', 'agent'];

const agentLike = new RegExp(
  `^\\.(?:aider|cursor|windsurf|cline|roo|claude)|^(?:${agents.join('|')})\\.[\\w-]+\\.md$|\\.(?:${agentMarks.join('|')})\\.md$`,
  'u',
);

/** Manifests, locks and settings whose names begin with a dot. */
const dotted = [
  // .xrc, .xrc.json, .xignore and pipelines
  '.*rc(?:\\.[a-z\\d]+)?$',
  '.*ignore$',
  '(?:travis|appveyor|drone|woodpecker|cirrus|codecov|codeclimate|pre-commit|overcommit|simple-git-hooks)\\b',
  '(?:lintstaged|golangci|goreleaser|rubocop|swiftlint|readthedocs|coderabbit|mergify|yamllint|markdownlint)\\b',
  '(?:stylelint|pnpmfile|lefthook|yarn)\\b',
];

/** The same for other beginnings: the names they begin with, and how these go on. */
const beginnings: readonly (readonly [beginnings: readonly string[], rest: string])[] = [
  [['azure-pipelines', 'bitbucket-pipelines', 'buildspec'], '\\b.*\\.ya?ml$'],
  [['cloudbuild'], '\\b.*\\.(?:ya?ml|json)$'],
  [['lefthook.', 'lefthook-local.'], '(?:ya?ml|toml|json)$'],
  // Manifests
  [['requirements'], '\\b.*\\.(?:txt|in)$'],
  [['constraints'], '\\b.*\\.txt$'],
  [['jsconfig', 'tsconfig'], '\\b.*\\.json$'],
  // Containers and builds
  [['dockerfile', 'containerfile'], '\\b'],
  [['docker-compose', 'podman-compose', 'compose'], '\\b.*\\.ya?ml$'],
  [['docker-bake'], '\\b'],
  [['jenkins', 'gnumake', 'make', 'gulp', 'grunt', 'jake'].map((tool) => `${tool}file`), '\\b'],
  [['webpack', 'danger', 'fast', 'app', 'brew'].map((tool) => `${tool}file`), '\\b'],
  [['vite.', 'vitest.', 'webpack.', 'rollup.', 'jest.', 'karma.', 'babel.', 'metro.'], '(?:[\\w.-]*\\.)?[cm]?[jt]s$'],
  [['tailwind.', 'postcss.', 'eslint.', 'prettier.'], '(?:[\\w.-]*\\.)?[cm]?[jt]s$'],
];

const toolBeginning = new RegExp(
  `^(?:\\.(?:${dotted.join('|')})|${beginnings.map(([texts, rest]) => `(?:${anyOf(texts)})${rest}`).join('|')})`,
  'u',
);

/** How the names of settings, locks, manifests and builds end. */
const endings = [
  ...['.config', '.env', '.lock', '.lockb', '.csproj', '.fsproj', '.vbproj', '.vcxproj', '.esproj', '.sqlproj'],
  ...['.sln', '.slnx', '.gemspec', '.podspec', '.cabal', '.nimble', '.rockspec', '.nuspec', '.gradle', '.gradle.kts'],
  ...['.mk', '.mak', '.cmake', '.bazel', '.bzl', '.dockerfile', '.containerfile'],
  ...['.code-workspace', '.tf', '.tf.json', '.tfvars', '.tfvars.json'],
];

const toolEnding = new RegExp(
  `(?:[-_.]lock\\.(?:json|ya?ml|hcl)|\\.(?:conf|setup)\\.[cm]?[jt]sx?|${anyOf(endings)})$`,
  'u',
);

const toolMiddle = /\.(?:config|env)\./u;

function anyOf(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/\./gu, '\\.')).join('|');
}

/** The same for the file of a whole path, by its name: `undefined` also for a catalog that a manifest is called like. */
export function protectedFileOf(path: string): string | undefined {
  return isNamedAlike(path) ? undefined : protectedFile(fold(path.slice(path.lastIndexOf('/') + 1)));
}
