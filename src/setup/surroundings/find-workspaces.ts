import { matchGlobs } from '../../policy/match-globs.js';
import { readTexts, type SurveyedFiles } from '../surveyed-files.js';

/** The parts of a monorepo, as one tool lists them. */
export interface Workspaces {
  /** What people call the tool, with others that build by the same list. */
  readonly tool: string;
  readonly file: string;
  /** From the root, sorted. */
  readonly folders: readonly string[];
}

/** Where a tool lists the parts, and which file each of them has. */
interface Tool {
  readonly name: string;
  readonly file: string;
  readonly manifest: RegExp;
  readonly read: (text: string) => readonly string[];
}

const tools: readonly Tool[] = [
  {
    name: 'pnpm',
    file: 'pnpm-workspace.yaml',
    manifest: /package\.json/u,
    read: (text) => readYamlList(text, 'packages'),
  },
  { name: 'npm', file: 'package.json', manifest: /package\.json/u, read: readPackageWorkspaces },
  { name: 'Lerna', file: 'lerna.json', manifest: /package\.json/u, read: (text) => listIn(text, 'packages') },
  { name: 'Nx', file: 'nx.json', manifest: /project\.json/u, read: () => ['**'] },
  { name: 'Cargo', file: 'Cargo.toml', manifest: /Cargo\.toml/u, read: readCargoMembers },
  { name: 'Gradle', file: 'settings.gradle.kts', manifest: /build\.gradle(?:\.kts)?/u, read: readGradleProjects },
  { name: 'Gradle', file: 'settings.gradle', manifest: /build\.gradle(?:\.kts)?/u, read: readGradleProjects },
  { name: 'Go', file: 'go.work', manifest: /go\.mod/u, read: readGoModules },
  { name: 'Melos', file: 'melos.yaml', manifest: /pubspec\.yaml/u, read: (text) => readYamlList(text, 'packages') },
  { name: 'Dart', file: 'pubspec.yaml', manifest: /pubspec\.yaml/u, read: (text) => readYamlList(text, 'workspace') },
];

/** The workspaces of a monorepo by each of the tools that lists some; a folder counts only where it has the tool's own file. */
export async function findWorkspaces(files: SurveyedFiles): Promise<readonly Workspaces[]> {
  const there = new Set(files.paths);
  const texts = await readTexts(
    files,
    tools.map(({ file }) => file).filter((file) => there.has(file)),
  );
  const found: Workspaces[] = [];
  for (const { name, file, manifest, read } of tools) {
    const text = texts.get(file);
    if (text === undefined) continue;
    const folders = foldersOf(read(text), files.paths, new RegExp(`^(.+)/${manifest.source}$`, 'u'));
    if (folders.some((folder) => !found.some((each) => each.folders.includes(folder))))
      found.push({ tool: nameOf(name, there), file, folders });
  }
  return found;
}

/** Globs and names of folders, those behind `!` left out again, as the folders that are there. */
function foldersOf(globs: readonly string[], paths: readonly string[], manifest: RegExp): readonly string[] {
  const plain = globs.map((glob) =>
    glob
      .trim()
      .replace(/^(!?)\.\//u, '$1')
      .replace(/\/+$/u, ''),
  );
  const wanted = plain.filter((glob) => glob !== '' && !glob.startsWith('!'));
  const without = matchGlobs(
    plain.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
    'forbid',
  );
  const listed = matchGlobs(wanted, 'allow');
  const folders = paths.flatMap((path) => manifest.exec(path)?.[1] ?? []);
  const inside = (folder: string): boolean => wanted.includes(folder) || listed.matches(folder);
  return [...new Set(folders)].filter((folder) => inside(folder) && !without.matches(folder)).sort();
}

/** What builds by another's list is named beside it. */
function nameOf(name: string, there: ReadonlySet<string>): string {
  const isScript = name === 'pnpm' || name === 'npm';
  const own =
    name !== 'npm'
      ? name
      : there.has('yarn.lock')
        ? 'Yarn'
        : there.has('bun.lock') || there.has('bun.lockb')
          ? 'Bun'
          : 'npm';
  return [
    own,
    ...(isScript && there.has('turbo.json') ? ['Turbo'] : []),
    ...(isScript && there.has('nx.json') ? ['Nx'] : []),
  ].join(' and ');
}

function readPackageWorkspaces(text: string): readonly string[] {
  const found = listIn(text, 'workspaces');
  return found.length > 0 ? found : listIn(text, 'workspaces', 'packages');
}

/** The texts of a list in JSON, by the names that lead to it; none where it is no such list. */
function listIn(text: string, ...names: readonly string[]): readonly string[] {
  try {
    let value: unknown = JSON.parse(text);
    for (const name of names) value = (value as Readonly<Record<string, unknown>> | null)?.[name];
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** The items of one list at the top of a YAML file, in lines or in brackets. */
function readYamlList(text: string, name: string): readonly string[] {
  const lines = text.split(/\r?\n/u);
  const start = lines.findIndex((line) => line.startsWith(`${name}:`));
  if (start < 0) return [];
  const inline = /\[([^\]]*)\]/u.exec(lines[start] as string)?.[1];
  if (inline !== undefined) return inline.split(',').map(unquote);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !/^(?:\s|-|#|$)/u.test(line));
  return rest.slice(0, end < 0 ? undefined : end).flatMap((line) => {
    const item = /^\s*-\s+(.+)$/u.exec(line)?.[1];
    return item === undefined ? [] : [unquote(item)];
  });
}

function unquote(text: string): string {
  const [, quoted] = /^\s*(?:"([^"]*)"|'([^']*)')/u.exec(text) ?? [];
  return quoted ?? text.replace(/\s+#.*$/u, '').replace(/^[\s'"]+|[\s'"]+$/gu, '');
}

function readCargoMembers(text: string): readonly string[] {
  const [, section = ''] = /^\[workspace\]([^]*?)(?=^\[[^\]\n]+\]\s*$|$(?![^]))/mu.exec(text) ?? [];
  const list = (name: string): readonly string[] =>
    [...(new RegExp(`^${name}\\s*=\\s*\\[([^\\]]*)\\]`, 'mu').exec(section)?.[1] ?? '').matchAll(/"([^"]+)"/gu)].map(
      ([, each = '']) => each,
    );
  return [...list('members'), ...list('exclude').map((each) => `!${each}`)];
}

/** `include(":app", ":core:ui")` is the folders app and core/ui. */
function readGradleProjects(text: string): readonly string[] {
  const code = text.replace(/\/\/.*|\/\*[^]*?\*\//gu, '');
  return [...code.matchAll(/^\s*include\b((?:[^\n,]|,\s*)*)/gmu)].flatMap(([, list = '']) =>
    [...list.matchAll(/["']:?([\w.:/-]+)["']/gu)].map(([, each = '']) => each.replaceAll(':', '/')),
  );
}

function readGoModules(text: string): readonly string[] {
  const [, block = ''] = /^use\s*\(([^)]*)\)/mu.exec(text) ?? [];
  const single = [...text.matchAll(/^use\s+([^\s(]+)/gmu)].map(([, each = '']) => each);
  return [...single, ...block.split('\n').map((line) => line.replace(/\/\/.*/u, '').trim())];
}
