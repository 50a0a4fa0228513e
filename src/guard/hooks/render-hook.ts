import type { GuardPlacement } from '../guard-outcome.js';

/** Hooks that are forwarded where the guard's folder replaces another: all that change nothing by their mere presence. */
export const forwardedHooks = [
  'pre-commit',
  'pre-merge-commit',
  'prepare-commit-msg',
  'commit-msg',
  'post-commit',
  'applypatch-msg',
  'pre-applypatch',
  'post-applypatch',
  'pre-rebase',
  'post-rewrite',
  'post-checkout',
  'post-merge',
  'pre-push',
  'pre-auto-gc',
  'sendemail-validate',
  'pre-receive',
  'update',
  'post-receive',
  'post-update',
] as const;

/** Hooks whose mere presence changes what git does, or that run far too often: one folder cannot forward them for every repository. */
export const unforwardableHooks = [
  'push-to-checkout',
  'proc-receive',
  'reference-transaction',
  'post-index-change',
] as const;

/** The name under which a hook that was there first is kept beside the guard's. */
export function keptHookName(hook: string): string {
  return `${hook}.before-pm-zone`;
}

const ownFilesGone =
  'PM Zone’s commit guard is on here, but its own files are gone from this computer. Run “pm-zone guard install” again, or turn the guard off by deleting this file: ';

/** The hook in git's folder: two lines that source the guard's own program in `folder`, without starting another shell. */
export function renderHook(folder: string, way: GuardPlacement, event: string): string {
  const gone = `Not ${event === 'pre-push' ? 'pushed' : 'committed'}: ${ownFilesGone}`;
  return `#!/bin/sh\ng=${quoteForShell(`${folder}/guard.sh`)}; [ -f "$g" ] || { echo '${gone}'"$0" >&2; exit 1; }; set -- ${way} ${event} "$0" "$@"; . "$g"\n`;
}

/** Did the guard write this hook, for whichever user folder? */
export function isGuardHook(text: string | undefined): boolean {
  return (
    text?.startsWith("#!/bin/sh\ng='") === true &&
    /; (?:exec sh "\$g"|set --) (?:beside|instead) [a-z-]+ "\$0" "\$@"(?:; \. "\$g")?\n$/.test(text)
  );
}

/** The user's folder of the guard that a hook of it calls; `undefined` for any other hook, and for one of an older form. */
export function guardFolderOf(text: string | undefined): string | undefined {
  if (!isGuardHook(text)) return undefined;
  const [, folder] = /^#!\/bin\/sh\ng='((?:[^'\n]|'\\'')*)\/guard\.sh'; /.exec(text ?? '') ?? [];
  return folder?.replaceAll("'\\''", "'");
}

/** A word for a POSIX shell. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
