import { commands, workspace, type Uri } from 'vscode';
import { judgeFile } from './judged-file.js';
import { followActiveStanding, activeFile } from './open-file.js';
import type { Parts } from './parts.js';

/** Locked files that she opens are read-only in this window, as a reminder and no more: VS Code's own way to unlock one stays. */
export interface ReadOnlyReminder {
  /** Whether a file was made read-only in this window; she may have unlocked it since. */
  readonly isSet: (uri: Uri) => boolean;
  /** Makes it read-only again, now or when it is looked at next. */
  readonly reapply: (uri: Uri) => Promise<void>;
  readonly dispose: () => void;
}

const setCommand = 'workbench.action.files.setActiveEditorReadonlyInSession';
const resetCommand = 'workbench.action.files.resetActiveEditorReadonlyInSession';

/** VS Code forgets it on reload, and its commands take the active editor alone: so it is done to a file when she looks at it. */
export function createReadOnlyReminder({ sessions, log }: Pick<Parts, 'sessions' | 'log'>): ReadOnlyReminder {
  const set = new Set<string>();
  /** Those that a command may have met in the place of another. */
  const suspects = new Set<string>();
  let running: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    const uri = activeFile();
    if (uri === undefined) return;
    const key = uri.toString();
    const isOpen = (): boolean => activeFile()?.toString() === key;
    const judged = await judgeFile(sessions, uri);
    if (!isOpen()) return;
    const isLocked = judged?.judgement.standing === 'locked';
    if (isLocked && !set.has(key)) {
      // What she has begun to write is not taken out of her hands.
      if (workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === key)) return;
      await commands.executeCommand(setCommand);
      if (isOpen()) set.add(key);
      else suspect();
    } else if (!isLocked && (set.has(key) || suspects.has(key))) {
      await commands.executeCommand(resetCommand);
      if (isOpen()) {
        set.delete(key);
        suspects.delete(key);
      } else suspect();
    }
  };
  const suspect = (): void => {
    const other = activeFile()?.toString();
    if (other === undefined) return;
    suspects.add(other);
    set.delete(other);
    follow();
  };
  // One after the other, so that two never act on one another's editor.
  const follow = (): void => {
    running = running.then(look).catch((error: unknown) => log.warn(String(error)));
  };

  follow();
  const following = followActiveStanding(sessions, follow);
  return {
    isSet: (uri) => set.has(uri.toString()),
    reapply: async (uri) => {
      set.delete(uri.toString());
      follow();
      await running;
    },
    dispose: () => {
      following.dispose();
    },
  };
}
