import { Uri } from 'vscode';
import type { FilesOfKind, MyZone, MyZonePart } from '../../../presentation/my-zone/my-zone.js';
import { buildPathNodes, type PathNode } from '../../../presentation/my-zone/path-nodes.js';

/** A node of the tree “My zone”. Its id is stable, so that what is expanded stays expanded. */
export type ZoneTreeNode = { readonly id: string; readonly root: Uri; readonly quiet: boolean } & (
  | { readonly kind: 'part'; readonly part: MyZonePart; readonly few: boolean }
  | { readonly kind: 'kind'; readonly files: FilesOfKind; readonly below: string; readonly few: boolean }
  | {
      readonly kind: 'path';
      readonly node: PathNode;
      /** For the commands of its menu, as VS Code's own lists of files have it. */
      readonly resourceUri: Uri | undefined;
    }
);

/** Up to so many editable files are shown expanded. */
const few = 25;

/** Feature folders and other parts; the kinds directly where there is only one part. */
export function zoneTreeRoots({ parts, editable }: MyZone, root: Uri): readonly ZoneTreeNode[] {
  return parts.flatMap((part, index): readonly ZoneTreeNode[] => {
    const line = {
      kind: 'part',
      id: `${part.kind} ${part.folder ?? ''}`,
      root,
      part,
      quiet: part.kind === 'pair',
      few: editable <= few,
    } as const;
    return part.kind === 'elsewhere' && index === 0 ? zoneTreeChildren(line) : [line];
  });
}

/** The kinds of a part, the files of a kind, what is in a folder. */
export function zoneTreeChildren(line: ZoneTreeNode): readonly ZoneTreeNode[] {
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
      return buildPathNodes(line.below, line.files.paths).map((node) => pathNode(node, line));
    case 'path':
      return line.node.kind === 'folder'
        ? buildPathNodes(line.node.path, line.node.paths).map((node) => pathNode(node, line))
        : [];
  }
}

function pathNode(node: PathNode, { id, root, quiet }: ZoneTreeNode): ZoneTreeNode {
  const suffix = node.kind === 'more' ? `${id}\nmore` : node.path;
  // Of the ancestors only the part and the kind identify a path.
  const start = id.split('\n', 2).join('\n');
  const resourceUri = node.kind === 'file' ? Uri.joinPath(root, ...node.path.split('/')) : undefined;
  return { kind: 'path', id: `${start}\n${suffix}`, root, quiet, node, resourceUri };
}
