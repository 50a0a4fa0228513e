import { agentFiles, agentFolders, controlFolders, steeringFiles } from './control-names.js';
import { fold } from './fold.js';
import { toolFiles } from './tool-names.js';

/**
 * Why a path steers people, agents or machines (design §4, row 2), in plain words as the end of a sentence that begins
 * with "It"; `undefined` where it does not. Holds at any depth and in any case.
 */
export function controlPath(path: string): string | undefined {
  const names = path.split('/');
  const file = names.pop() as string;
  for (const name of names) {
    const reason = controlFolder(fold(name));
    if (reason !== undefined) return reason;
  }
  return controlFile(fold(file));
}

/** As `controlPath`, for what lies in a folder of this folded name, or is such a link to one. */
export function controlFolder(name: string): string | undefined {
  if (agentFolders.has(name) || name.startsWith('.aider')) return 'belongs to the settings of a coding agent';
  if (controlFolders.has(name)) return 'belongs to the settings of the host, the editor or a tool';
  if (name.startsWith('.git')) return 'belongs to the settings of git or its host';
  if (name.startsWith('.env')) return 'holds settings and secrets of a running system';
  return undefined;
}

/** As `controlPath`, for a file of this folded name in a folder that does not matter. */
export function controlFile(name: string): string | undefined {
  if (agentFiles.has(name) || agentLike.test(name)) return 'tells coding agents what to do';
  if (steeringFiles.has(name)) return 'says who answers for what, or is a template that others start from';
  if (toolFiles.has(name) || isToolLike(name)) return 'is read by tools: it says what is installed, built or run';
  return controlFolder(name);
}

function isToolLike(name: string): boolean {
  return toolBeginning.test(name) || toolEnding.test(name) || toolMiddle.test(name);
}

const agentLike =
  /^\.(?:aider|cursor|windsurf|cline|roo|claude)|^(?:agents|claude|gemini)\.[\w-]+\.md$|\.(?:instructions|chatmode|agent)\.md$/u;

/** Manifests, locks and settings whose names begin in a certain way. */
const toolBeginning = new RegExp(
  `^(?:${[
    // .xrc, .xrc.json, .xignore and pipelines
    '\\..*rc(?:\\.[a-z\\d]+)?$',
    '\\..*ignore$',
    '\\.(?:travis|appveyor|drone|woodpecker|cirrus|codecov|codeclimate|pre-commit|overcommit|simple-git-hooks)\\b',
    '\\.(?:lintstaged|golangci|goreleaser|rubocop|swiftlint|readthedocs|coderabbit|mergify|yamllint|markdownlint)\\b',
    '\\.(?:stylelint|pnpmfile|lefthook|yarn)\\b',
    '(?:azure|bitbucket)-pipelines\\b.*\\.ya?ml$',
    'buildspec\\b.*\\.ya?ml$',
    'cloudbuild\\b.*\\.(?:ya?ml|json)$',
    'lefthook(?:-local)?\\.(?:ya?ml|toml|json)$',
    // Manifests
    'requirements\\b.*\\.(?:txt|in)$',
    'constraints\\b.*\\.txt$',
    '[jt]sconfig\\b.*\\.json$',
    // Containers and builds
    '(?:docker|container)file\\b',
    '(?:docker-|podman-)?compose\\b.*\\.ya?ml$',
    'docker-bake\\b',
    '(?:jenkins|gnumake|make|gulp|grunt|jake|webpack|danger|fast|app|brew)file\\b',
    '(?:vite|vitest|webpack|rollup|jest|karma|babel|metro|tailwind|postcss|eslint|prettier)\\.(?:[\\w.-]*\\.)?[cm]?[jt]s$',
  ].join('|')})`,
  'u',
);

/** As `toolBeginning`, for how names end: settings, locks, manifests and builds. */
const toolEnding =
  /(?:\.config|\.env|[-_.]lock\.(?:json|ya?ml|hcl)|\.lockb?|\.(?:conf|setup)\.[cm]?[jt]sx?|\.(?:cs|fs|vb|vcx|es|sql)proj|\.(?:slnx?|gemspec|podspec|cabal|nimble|rockspec|nuspec|gradle|mk|mak|cmake|bazel|bzl|dockerfile|containerfile)|\.gradle\.kts)$/u;

const toolMiddle = /\.(?:config|env)\./u;
