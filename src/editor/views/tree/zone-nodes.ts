import { l10n, TreeItemCollapsibleState, type Uri } from 'vscode';
import type { FilesOfKind, MyZone, MyZoneKind, MyZonePart } from '../../../presentation/my-zone/my-zone.js';
import { buildPathNodes, type PathNode } from '../../../presentation/my-zone/path-nodes.js';
import type { TreeNode } from '../../../presentation/tree/tree-node.js';
import { describeCondition } from '../../../policy/explain-standing.js';
import { printable } from '../../../text/printable.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import { describeStanding } from '../../badges/describe-standing.js';
import { countFiles } from '../../ui/count-files.js';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** A node of the tree “My zone”. Its id is stable, so that what is expanded stays expanded. */
export interface ZoneNode extends Omit<TreeNode, 'children' | 'expanded'> {
  readonly state: TreeItemCollapsibleState;
  /** Built when the node is expanded, so that a tree of any size opens at once. */
  readonly children: () => readonly ZoneNode[];
  /** Of a file: for the commands of its menu, as VS Code's own lists of files have it. */
  readonly resourceUri?: Uri;
}

/** Up to so many editable files are shown expanded. */
const few = 25;

/** Feature folders and other parts; the kinds directly where there is only one part. */
export function buildZoneNodes({ parts, editable }: MyZone, snapshot: SessionSnapshot): readonly ZoneNode[] {
  return parts.flatMap((part, index): readonly ZoneNode[] => {
    const id = `${part.kind} ${part.folder ?? ''}`;
    const isQuiet = part.kind === 'pair';
    const children = (): readonly ZoneNode[] =>
      part.kinds.map((files) => {
        const kind = { id: `${id}\n${files.kind}`, isQuiet, snapshot };
        const state = editable <= few && !isQuiet ? Expanded : Collapsed;
        const below = (): readonly ZoneNode[] => pathNodes(part.folder ?? '', files.paths, kind);
        return { ...kindLine(files, isQuiet), id: kind.id, state, children: below };
      });
    return part.kind === 'elsewhere' && index === 0 ? children() : [{ ...partLine(part), id, children }];
  });
}

function partLine({ kind, folder, fileCount }: MyZonePart): Omit<ZoneNode, 'id' | 'children'> {
  const what = fileCount === 0 ? l10n.t('none yours to edit yet') : countFiles(fileCount);
  const above = printable(folder?.slice(0, Math.max(0, folder.lastIndexOf('/'))) ?? '');
  const description = above === '' ? what : `${what} · ${above}`;
  switch (kind) {
    case 'feature-folder':
      return {
        // In a narrow sidebar the end of a path would be cut off, which tells the folders apart.
        label: printable(folder?.split('/').at(-1) ?? ''),
        description,
        tooltip: [printable(folder ?? ''), l10n.t('Your feature folder, and what in it is yours to edit.')].join('\n'),
        accessibleLabel: `${printable(folder ?? '')}, ${what}`,
        icon: 'home',
        state: fileCount === 0 ? None : Expanded,
      };
    case 'elsewhere':
      return {
        label: l10n.t('Elsewhere'),
        description,
        tooltip: l10n.t('What is yours to edit outside your feature folders.'),
        icon: 'repo',
        state: Expanded,
      };
    case 'pair':
      return {
        label: l10n.t('With an engineer'),
        description,
        tooltip: l10n.t('You may change these together with an engineer, who is named as co-author of the commit.'),
        ...iconOf('organization', true),
        state: Collapsed,
      };
  }
}

function kindLine({ kind, paths }: FilesOfKind, isQuiet: boolean): Omit<ZoneNode, 'id' | 'children' | 'state'> {
  const [label, icon] = kindLooks()[kind];
  const description = countFiles(paths.length);
  return { label, description, tooltip: l10n.t('{0}: {1}', label, description), ...iconOf(icon, isQuiet) };
}

function kindLooks(): Readonly<Record<MyZoneKind, readonly [label: string, icon: string]>> {
  return {
    copy: [l10n.t('Copy'), 'quote'],
    flags: [l10n.t('Flags'), 'milestone'],
    prompts: [l10n.t('Prompts'), 'comment-discussion'],
    events: [l10n.t('Events'), 'pulse'],
    components: [l10n.t('Components'), 'symbol-color'],
    docs: [l10n.t('Docs'), 'book'],
    config: [l10n.t('Settings of the product'), 'settings'],
    other: [l10n.t('Other files'), 'files'],
  };
}

/** The kind that paths are listed under; with its part it tells them apart from the same paths elsewhere. */
interface PathsOfKind {
  readonly id: string;
  readonly isQuiet: boolean;
  readonly snapshot: SessionSnapshot;
}

function pathNodes(folder: string, paths: readonly string[], kind: PathsOfKind): readonly ZoneNode[] {
  return buildPathNodes(folder, paths).map((node) => {
    switch (node.kind) {
      case 'file':
        return fileNode(node, kind);
      case 'folder':
        return folderNode(node, kind);
      case 'more':
        return moreNode(node.files, `${kind.id}\n${folder}\nmore`);
    }
  });
}

function fileNode(
  { path, name, beside }: PathNode & { kind: 'file' },
  { id, isQuiet, snapshot }: PathsOfKind,
): ZoneNode {
  const judgement = snapshot.judge(path);
  const conditions = [...new Set(judgement.conditions.map(describeCondition))].map((each) => printable(each));
  const words = [describeStanding(judgement), ...conditions.map((each) => l10n.t('It holds as long as {0}', each))];
  return {
    id: `${id}\n${path}`,
    label: printable(name),
    description: printable(beside),
    tooltip: [printable(path), ...words].join('\n'),
    accessibleLabel: [printable(path), ...words].join('. '),
    ...iconOf('file', isQuiet),
    open: { path },
    context: 'zoneFile',
    resourceUri: uriInRepository(snapshot, path),
    state: None,
    children: () => [],
  };
}

function folderNode({ path, name, paths }: PathNode & { kind: 'folder' }, kind: PathsOfKind): ZoneNode {
  return {
    id: `${kind.id}\n${path}`,
    label: printable(name),
    description: countFiles(paths.length),
    tooltip: printable(path),
    ...iconOf('folder', kind.isQuiet),
    state: Collapsed,
    children: () => pathNodes(path, paths, kind),
  };
}

function moreNode(files: number, id: string): ZoneNode {
  return {
    id,
    label: l10n.t('{0} more files', files),
    tooltip: l10n.t('Find them in the Explorer, or by words from the product.'),
    icon: 'ellipsis',
    command: { id: 'pmZone.findWords', title: l10n.t('Find words from the product') },
    state: None,
    children: () => [],
  };
}

/** Quiet for files that the PM may not edit alone. */
function iconOf(icon: string, isQuiet: boolean): Pick<ZoneNode, 'icon' | 'iconColor'> {
  return isQuiet ? { icon, iconColor: 'disabledForeground' } : { icon };
}
