import type { GuardWay } from './guard.js';

/** Hooks that are passed on where the guard stands instead of a folder of hooks: all that change nothing by being there. */
export const passedOn = [
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

/** Hooks that git does otherwise, or far more often, as soon as they are there: they cannot be passed on from one place for all. */
export const notPassedOn = ['push-to-checkout', 'proc-receive', 'reference-transaction', 'post-index-change'] as const;

/** The name under which a hook that was there first is kept beside the guard's. */
export function keptName(hook: string): string {
  return `${hook}.before-pm-zone`;
}

/** The hook in git's folder: two lines that become the guard's own program in `folder`, without the start of another shell. */
export function hookText(folder: string, way: GuardWay, event: string): string {
  const gone =
    'Not committed: PM Zone’s commit guard is on here, but its own files are gone from this computer. Run “pm-zone guard install” again, or turn the guard off by deleting this file: ';
  return `#!/bin/sh\ng=${shellQuoted(`${folder}/guard.sh`)}; [ -f "$g" ] || { echo '${gone}'"$0" >&2; exit 1; }; set -- ${way} ${event} "$0" "$@"; . "$g"\n`;
}

/** Did the guard write this hook, for whichever user folder? */
export function isGuardHook(text: string | undefined): boolean {
  return (
    text?.startsWith("#!/bin/sh\ng='") === true &&
    /; (?:exec sh "\$g"|set --) (?:beside|instead) [a-z-]+ "\$0" "\$@"(?:; \. "\$g")?\n$/.test(text)
  );
}

/** A word for a POSIX shell. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
