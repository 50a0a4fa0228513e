import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { KindOfFiles, MyZone, ZoneKind, ZonePart } from '../guide/my-zone.js';
import { pathNodes, type PathNode } from '../guide/path-tree.js';
import { conditionWords } from '../policy/explain.js';
import { printable } from '../review/format/printable.js';
import type { ZoneView } from './repository-state.js';
import { standingWords } from './standing-words.js';

/** A line of “My zone”. Its id is the same whenever it stands for the same, so that what is open stays open. */
export type ZoneLine = { readonly id: string; readonly root: Uri; readonly quiet: boolean } & (
  | { readonly kind: 'part'; readonly part: ZonePart; readonly few: boolean }
  | { readonly kind: 'kind'; readonly files: KindOfFiles; readonly below: string; readonly few: boolean }
  | {
      readonly kind: 'path';
      readonly node: PathNode;
      /** For the commands of its menu, as VS Code's own lists of files have it. */
      readonly resourceUri: Uri | undefined;
    }
);

/** So many files or fewer of hers are shown unfolded. */
const few = 25;

/** Feature folders and other parts; the kinds at once where there is nothing to tell apart. */
export function linesOf({ parts, editable }: MyZone, root: Uri): readonly ZoneLine[] {
  return parts.flatMap((part, index): readonly ZoneLine[] => {
    const line = {
      kind: 'part',
      id: `${part.kind} ${part.folder ?? ''}`,
      root,
      part,
      quiet: part.kind === 'pair',
      few: editable <= few,
    } as const;
    return part.kind === 'elsewhere' && index === 0 ? linesBelow(line) : [line];
  });
}

export function linesBelow(line: ZoneLine): readonly ZoneLine[] {
  const { id, root, quiet } = line;
  switch (line.kind) {
    case 'part':
      return line.part.kinds.map((files) => ({
        kind: 'kind',
        id: `${id}\n${files.kind}`,
        root,
        quiet,
        files,
        below: line.part.folder ?? '',
        few: line.few,
      }));
    case 'kind':
      return pathNodes(line.below, line.files.paths).map((node) => pathLine(node, line));
    case 'path':
      return line.node.kind === 'folder'
        ? pathNodes(line.node.path, line.node.paths).map((node) => pathLine(node, line))
        : [];
  }
}

function pathLine(node: PathNode, { id, root, quiet }: ZoneLine): ZoneLine {
  const place = node.kind === 'more' ? `${id}\nmore` : node.path;
  // Of the lines above only the part and the kind tell a path apart.
  const start = id.split('\n', 2).join('\n');
  const resourceUri = node.kind === 'file' ? Uri.joinPath(root, ...node.path.split('/')) : undefined;
  return { kind: 'path', id: `${start}\n${place}`, root, quiet, node, resourceUri };
}

export function itemOf(line: ZoneLine, view: ZoneView): TreeItem {
  const item = itemFor(line, view);
  item.id = line.id;
  item.accessibilityInformation ??= {
    label: [item.label, item.description].filter((part) => typeof part === 'string').join(', '),
  };
  return item;
}

function itemFor(line: ZoneLine, view: ZoneView): TreeItem {
  switch (line.kind) {
    case 'part':
      return partItem(line.part);
    case 'kind':
      return kindItem(line.files, line.quiet, line.few);
    case 'path':
      return pathItem(line, view);
  }
}

function partItem({ kind, folder, files }: ZonePart): TreeItem {
  const item = new TreeItem(
    partLabel(kind, folder),
    files === 0
      ? TreeItemCollapsibleState.None
      : kind === 'pair'
        ? TreeItemCollapsibleState.Collapsed
        : TreeItemCollapsibleState.Expanded,
  );
  item.description = files === 0 ? l10n.t('nothing in it is yours to edit alone yet') : countWords(files);
  item.iconPath = kind === 'pair' ? quietIcon('organization') : new ThemeIcon(kind === 'elsewhere' ? 'repo' : 'home');
  item.tooltip = partTooltip(kind);
  return item;
}

function partLabel(kind: ZonePart['kind'], folder: string | undefined): string {
  switch (kind) {
    case 'feature-folder':
      return printable(folder ?? '');
    case 'elsewhere':
      return l10n.t('Elsewhere');
    case 'pair':
      return l10n.t('Together with an engineer');
  }
}

function partTooltip(kind: ZonePart['kind']): string {
  switch (kind) {
    case 'feature-folder':
      return l10n.t('Your feature folder, and what in it is yours to edit.');
    case 'elsewhere':
      return l10n.t('What is yours to edit outside your feature folders.');
    case 'pair':
      return l10n.t('You may change these together with an engineer, who is named as co-author of the commit.');
  }
}

function kindItem({ kind, paths }: KindOfFiles, quiet: boolean, unfolded: boolean): TreeItem {
  const item = new TreeItem(
    kindLabel(kind),
    unfolded && !quiet ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.description = countWords(paths.length);
  item.iconPath = quiet ? quietIcon(kindIcons[kind]) : new ThemeIcon(kindIcons[kind]);
  item.tooltip = l10n.t('{0}: {1}', kindLabel(kind), countWords(paths.length));
  return item;
}

function kindLabel(kind: ZoneKind): string {
  switch (kind) {
    case 'copy':
      return l10n.t('Copy');
    case 'flags':
      return l10n.t('Flags');
    case 'prompts':
      return l10n.t('Prompts');
    case 'events':
      return l10n.t('Events');
    case 'components':
      return l10n.t('Components');
    case 'docs':
      return l10n.t('Docs');
    case 'config':
      return l10n.t('Settings of the product');
    case 'other':
      return l10n.t('Other files');
  }
}

const kindIcons: Readonly<Record<ZoneKind, string>> = {
  copy: 'quote',
  flags: 'milestone',
  prompts: 'comment-discussion',
  events: 'pulse',
  components: 'symbol-color',
  docs: 'book',
  config: 'settings',
  other: 'files',
};

function pathItem({ node, quiet, resourceUri: uri }: ZoneLine & { readonly kind: 'path' }, view: ZoneView): TreeItem {
  if (node.kind === 'more') {
    const item = new TreeItem(l10n.t('{0} more files', node.files), TreeItemCollapsibleState.None);
    item.iconPath = new ThemeIcon('ellipsis');
    item.tooltip = l10n.t('Find them in the Explorer, or by words from the product.');
    item.command = { command: 'pmZone.findWords', title: l10n.t('Find words from the product') };
    return item;
  }
  if (node.kind === 'folder') {
    const item = new TreeItem(printable(node.name), TreeItemCollapsibleState.Collapsed);
    item.description = countWords(node.paths.length);
    item.iconPath = quiet ? quietIcon('folder') : ThemeIcon.Folder;
    item.tooltip = printable(node.path);
    return item;
  }
  const judgement = view.judge(node.path);
  const item = new TreeItem(printable(node.name), TreeItemCollapsibleState.None);
  if (uri !== undefined) item.resourceUri = uri;
  item.iconPath = quiet ? quietIcon('file') : ThemeIcon.File;
  item.description = printable(node.beside);
  const conditions = [...new Set(judgement.conditions.map(conditionWords))].map((each) => printable(each));
  const words = [standingWords(judgement), ...conditions.map((each) => l10n.t('It holds as long as {0}', each))];
  item.tooltip = [printable(node.path), ...words].join('\n');
  item.accessibilityInformation = { label: [printable(node.path), ...words].join('. ') };
  item.contextValue = 'zoneFile';
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  return item;
}

/** For what is not hers alone. */
function quietIcon(id: string): ThemeIcon {
  return new ThemeIcon(id, new ThemeColor('disabledForeground'));
}

function countWords(files: number): string {
  return files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files);
}
