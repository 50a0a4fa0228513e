import { commands, workspace, type Uri } from 'vscode';
import { judgeFile } from '../../sessions/judge-file.js';
import { followActiveStanding, activeFile } from '../../sessions/active-file.js';
import type { Services } from '../../services/services.js';

/** Locked files that a PM opens are read-only in this window, as a reminder and no more: VS Code's own way to unlock one stays. */
export interface ReadOnlyReminder {
  /** Whether a file was made read-only in this window; it may have been unlocked since. */
  readonly isSet: (uri: Uri) => boolean;
  /** Makes it read-only again, now or when it is next active. */
  readonly reapply: (uri: Uri) => Promise<void>;
  readonly dispose: () => void;
}

const setCommand = 'workbench.action.files.setActiveEditorReadonlyInSession';
const resetCommand = 'workbench.action.files.resetActiveEditorReadonlyInSession';

/** VS Code drops the state on reload, and its commands act on the active editor alone: so it is set when a file becomes active. */
export function createReadOnlyReminder({ sessions, log }: Pick<Services, 'sessions' | 'log'>): ReadOnlyReminder {
  const set = new Set<string>();
  /** Files that a command may have hit instead of the intended one. */
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
      // A document with unsaved edits is never made read-only.
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
  // Serialized, so that no two runs act on each other's editor.
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
    dispose: () => void following.dispose(),
  };
}
