import { TabInputText, window, workspace, type ExtensionContext, type TextDocument } from 'vscode';
import { formatDraftText } from '../../../presentation/requests/draft-text.js';
import type { Proposal } from '../../../pull-request/proposal.js';
import type { PullRequestDraft } from '../../../pull-request/draft-pull-request.js';

const key = 'pmZone.drafts';
/** Upper bound of drafts kept. */
const most = 20;

/** A draft as it was made; what the PM made of it stands in its document. */
export interface KeptDraft {
  /** The clone that it is of. */
  readonly root: string;
  readonly made: Pick<PullRequestDraft, 'title' | 'body' | 'toFill' | 'head'>;
  readonly taken: Proposal['labels'];
}

/** Which documents are drafts, from window to window: VS Code brings the document back with what the PM wrote, and knows it for nothing but text. */
export interface KeptDrafts {
  readonly keep: (document: TextDocument, draft: KeptDraft) => Promise<void>;
  /** Its document was closed. */
  readonly forget: (document: TextDocument) => Promise<void>;
  /** The newest draft of a branch that an earlier window left. */
  readonly find: (root: string, head: string) => Promise<(KeptDraft & { readonly document: TextDocument }) | undefined>;
}

export function createKeptDrafts({ workspaceState }: Pick<ExtensionContext, 'workspaceState'>): KeptDrafts {
  const read = (): readonly (KeptDraft & { readonly uri: string })[] => {
    const stored: unknown = workspaceState.get(key);
    return Array.isArray(stored) ? stored.filter(isKept) : [];
  };
  const others = ({ uri }: TextDocument): ReturnType<typeof read> =>
    read().filter((each) => each.uri !== uri.toString());
  return {
    keep: async (document, { root, made: { title, body, toFill, head }, taken }) => {
      const kept = { uri: document.uri.toString(), root, made: { title, body, toFill, head }, taken };
      await workspaceState.update(key, [...others(document), kept].slice(-most));
    },
    forget: async (document) => {
      const left = others(document);
      if (left.length < read().length) await workspaceState.update(key, left);
    },
    find: async (root, head) => {
      for (const kept of read().toReversed()) {
        if (kept.root !== root || kept.made.head !== head) continue;
        const document = await openAgain(kept.uri);
        if (document !== undefined && isOf(kept, document)) return { ...kept, document };
      }
      return undefined;
    },
  };
}

/** The document of an untitled tab that is still there. */
async function openAgain(uri: string): Promise<TextDocument | undefined> {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const tab = inputs.find((input) => input instanceof TabInputText && input.uri.toString() === uri);
  return tab instanceof TabInputText && tab.uri.scheme === 'untitled' ? workspace.openTextDocument(tab.uri) : undefined;
}

/** VS Code gives the name of a document that is gone to the next one. */
function isOf({ made }: KeptDraft, document: TextDocument): boolean {
  const lines = formatDraftText(made)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const there = new Set(document.getText().split(/\r?\n/));
  return lines.filter((line) => there.has(line)).length * 2 > lines.length;
}

function isKept(each: unknown): each is KeptDraft & { readonly uri: string } {
  const { uri, root, made, taken } = Object(each) as Readonly<Record<string, unknown>>;
  const { title, body, toFill, head } = Object(made) as Readonly<Record<string, unknown>>;
  return (
    [uri, root, title, body, head].every((text) => typeof text === 'string') &&
    Array.isArray(toFill) &&
    toFill.every((text) => typeof text === 'string') &&
    Array.isArray(taken)
  );
}
