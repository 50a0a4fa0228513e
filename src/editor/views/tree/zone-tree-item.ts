import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { FilesOfKind, MyZoneKind, MyZonePart } from '../../../presentation/my-zone/my-zone.js';
import { describeCondition } from '../../../policy/explain-standing.js';
import { printable } from '../../../text/printable.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import { describeStanding } from '../../badges/describe-standing.js';
import type { ZoneTreeNode } from './zone-tree-node.js';

/** What VS Code shows of a line, with what a screen reader says of it. */
export function zoneTreeItem(line: ZoneTreeNode, snapshot: SessionSnapshot): TreeItem {
  const item = itemFor(line, snapshot);
  item.id = line.id;
  item.accessibilityInformation ??= {
    label: [item.label, item.description].filter((part) => typeof part === 'string').join(', '),
  };
  return item;
}

function itemFor(line: ZoneTreeNode, snapshot: SessionSnapshot): TreeItem {
  switch (line.kind) {
    case 'part':
      return partItem(line.part);
    case 'kind':
      return kindItem(line.files, line.quiet, line.few);
    case 'path':
      return pathItem(line, snapshot);
  }
}

function partItem({ kind, folder, fileCount }: MyZonePart): TreeItem {
  const item = new TreeItem(
    partLabel(kind, folder),
    fileCount === 0
      ? TreeItemCollapsibleState.None
      : kind === 'pair'
        ? TreeItemCollapsibleState.Collapsed
        : TreeItemCollapsibleState.Expanded,
  );
  const what = fileCount === 0 ? l10n.t('nothing in it is yours to edit alone yet') : countWords(fileCount);
  const above = printable(folder?.slice(0, Math.max(0, folder.lastIndexOf('/'))) ?? '');
  item.description = above === '' ? what : `${what} · ${above}`;
  if (folder !== undefined) item.accessibilityInformation = { label: `${printable(folder)}, ${what}` };
  item.iconPath = kind === 'pair' ? quietIcon('organization') : new ThemeIcon(kind === 'elsewhere' ? 'repo' : 'home');
  item.tooltip = [...(folder === undefined ? [] : [printable(folder)]), partTooltip(kind)].join('\n');
  return item;
}

function partLabel(kind: MyZonePart['kind'], folder: string | undefined): string {
  switch (kind) {
    case 'feature-folder':
      // In a narrow sidebar the end of a path would be cut off, which tells the folders apart.
      return printable(folder?.split('/').at(-1) ?? '');
    case 'elsewhere':
      return l10n.t('Elsewhere');
    case 'pair':
      return l10n.t('With an engineer');
  }
}

function partTooltip(kind: MyZonePart['kind']): string {
  switch (kind) {
    case 'feature-folder':
      return l10n.t('Your feature folder, and what in it is yours to edit.');
    case 'elsewhere':
      return l10n.t('What is yours to edit outside your feature folders.');
    case 'pair':
      return l10n.t('You may change these together with an engineer, who is named as co-author of the commit.');
  }
}

function kindItem({ kind, paths }: FilesOfKind, quiet: boolean, unfolded: boolean): TreeItem {
  const item = new TreeItem(
    kindLabel(kind),
    unfolded && !quiet ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.description = countWords(paths.length);
  item.iconPath = quiet ? quietIcon(kindIcons[kind]) : new ThemeIcon(kindIcons[kind]);
  item.tooltip = l10n.t('{0}: {1}', kindLabel(kind), countWords(paths.length));
  return item;
}

function kindLabel(kind: MyZoneKind): string {
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

const kindIcons: Readonly<Record<MyZoneKind, string>> = {
  copy: 'quote',
  flags: 'milestone',
  prompts: 'comment-discussion',
  events: 'pulse',
  components: 'symbol-color',
  docs: 'book',
  config: 'settings',
  other: 'files',
};

function pathItem(
  { node, quiet, resourceUri: uri }: ZoneTreeNode & { readonly kind: 'path' },
  snapshot: SessionSnapshot,
): TreeItem {
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
  const judgement = snapshot.judge(node.path);
  const item = new TreeItem(printable(node.name), TreeItemCollapsibleState.None);
  if (uri !== undefined) item.resourceUri = uri;
  item.iconPath = quiet ? quietIcon('file') : ThemeIcon.File;
  item.description = printable(node.beside);
  const conditions = [...new Set(judgement.conditions.map(describeCondition))].map((each) => printable(each));
  const words = [describeStanding(judgement), ...conditions.map((each) => l10n.t('It holds as long as {0}', each))];
  item.tooltip = [printable(node.path), ...words].join('\n');
  item.accessibilityInformation = { label: [printable(node.path), ...words].join('. ') };
  item.contextValue = 'zoneFile';
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  return item;
}

/** For files that the PM may not edit alone. */
function quietIcon(id: string): ThemeIcon {
  return new ThemeIcon(id, new ThemeColor('disabledForeground'));
}

function countWords(files: number): string {
  return files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files);
}
