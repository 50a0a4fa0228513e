import { blankComments } from '../code-text.js';
import type { FlagNames } from '../flag-sense.js';
import type { Region } from '../gated-regions.js';
import { readScenes, type ReadScenes } from '../read-scenes.js';
import type { OffToken } from './tokens/read-live-tokens.js';
import { readTextOffState } from './read-text-off-state.js';
import { blank } from '../../../text/blank.js';

/** What a component in a frame (Vue, Svelte) is while the flag is off: its markup as text, its scripts by their syntax tree. */
export interface FrameParts {
  readonly markup: readonly OffToken[];
  readonly script: ReadScenes;
  /** Is any of it known to depend on the flag? */
  readonly asks: boolean;
}

/** `undefined` where its scripts do not parse together. What its markup uses while the flag is off counts as used by the script. */
export async function readFrameParts(path: string, text: string, names: FlagNames): Promise<FrameParts | undefined> {
  const { tokens, asks } = readTextOffState(path, text, names.keys);
  const scripts = [...text.matchAll(/(<script\b[^>]*>)([^]*?)<\/script>/gi)].map(
    ({ 0: whole, 1: opening = '', 2: code = '', index }) => ({
      whole: [index, index + whole.length] as const,
      code: [index + opening.length, index + opening.length + code.length] as const,
    }),
  );
  const markup = tokens.filter(({ at }) => !scripts.some(({ whole }) => holds(whole, at)));
  const script = keepOnly(
    text,
    scripts.map(({ code }) => code),
  );
  const words = new Set(blankComments(script).match(/[A-Za-z_]\w*/g));
  const used = [...new Set(markup.map((token) => token.text))].filter(
    (word) => words.has(word) && !reserved.test(word),
  );
  const read = await readScenes(`${path}.ts`, `${script}\n;[${used.toSorted().join(', ')}];`, names);
  return read && { markup, script: read, asks: asks || read.scenes.gated.length > 0 };
}

/** They name nothing. */
const reserved =
  /^(?:await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

function holds([from, to]: Region, at: number): boolean {
  return from <= at && at < to;
}

/** A text of the same length and lines, in which only these parts are left. */
function keepOnly(text: string, parts: readonly Region[]): string {
  let kept = '';
  for (const [from, to] of parts) kept += blank(text.slice(kept.length, from)) + text.slice(from, to);
  return kept + blank(text.slice(kept.length));
}
