import type { HookEntry } from '../../git/hook-files.js';
import { detectHookTool, hookEntryText, type OwnHook } from './own-hook.js';

/**
 * How scripts ask where they lie or what they are called. In Python and JavaScript a number behind `argv` that is past the program's
 * own asks for an argument.
 */
const askings = [
  // Shells, Perl, Ruby.
  /\$\{?0\b|\$\{[(]%|BASH_SOURCE|BASH_ARGV0|ZSH_ARGZERO|\bstatus (?:current-)?(?:basename|dirname|filename)|\$PROGRAM_NAME/,
  // Python, Ruby, PHP.
  /sys\.argv(?!\s*\[\s*[1-9])|__file__|__FILE__|__DIR__|SCRIPT_NAME|PHP_SELF|\$argv\s*\[\s*0/,
  // JavaScript.
  /process\.argv(?!\s*\[\s*[2-9]|\.slice\(\s*[2-9])|process\.argv0|__filename|__dirname|import\.meta|require\.main/,
  // PowerShell.
  /\$MyInvocation|\$PSCommandPath|\$PSScriptRoot/,
];

/**
 * What runs these goes by the end of a file's name: in a package of modules Node takes a hook for one as long as its name has no end, and refuses another. A kept
 * hook's has one.
 */
const goesByEnding = /^#![^\n]*[/ \t](?:node|nodejs|bun|deno|tsx|ts-node|zx|pwsh)(?![\w-])/;

/**
 * Would a hook notice another name or place? One program for all hooks, as Overcommit or husky 4 have it, goes by the name that it was
 * started by, and does nothing, or something else, under another. What no reader of texts can tell, such as a compiled program, may.
 */
export function asksForItsName(entry: HookEntry): boolean {
  if (entry.kind !== 'file' && entry.kind !== 'link') return false;
  const text = hookEntryText(entry);
  if (text === undefined || text.includes('\0')) return entry.runs;
  // These are run under another name by the tools themselves.
  if (detectHookTool('', text) !== undefined) return false;
  return entry.runs && (goesByEnding.test(text) || askings.some((asking) => asking.test(text)));
}

/** Does the guard keep a hook, or would it, under a name that the hook would notice? */
export function wouldMissItsName({ entry, isGuard, keptEntry }: OwnHook): boolean {
  return asksForItsName(isGuard || entry.kind === 'missing' ? keptEntry : entry);
}
