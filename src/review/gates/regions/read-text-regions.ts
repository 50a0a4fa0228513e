import { blankComments, isFrame } from '../code-text.js';
import { flagImportsInText, isConstantName } from '../references/flag-imports.js';
import { readBlockRegions } from './block-regions.js';
import type { AskText, Choice, GatedRegions } from '../gated-regions.js';
import { readMarkupRegions } from './markup-regions.js';
import { senseOfText } from './sense-of-text.js';
import { blank } from '../../../text/blank.js';

const nothing: TextRegions = { on: [], off: [], choices: [] };
const template = /\.(?:vue|svelte|erb)$|\.blade\.php$/i;
const program = /\.(?:rb|rake|haml|slim|py|php|kts?|java|swift|dart|cs|go|scala|groovy)$/i;
const longest = 500_000;

/** Parts of a text that depend on the flag, and the conditions that they hang on. */
export interface TextRegions extends GatedRegions {
  readonly choices: readonly Choice[];
}

/**
 * Which parts of a template, or of a program without a syntax tree here, are reached only while the flag is on, and which only while it is off:
 * those whose blocks say so. `keys` are what stands for the flag.
 */
export function readTextRegions(path: string, text: string, keys: ReadonlySet<string>): TextRegions {
  if (text.length > longest || !(template.test(path) || program.test(path))) return nothing;
  if (![...keys].some((key) => text.includes(key))) return nothing;
  if (!template.test(path)) return readBlockRegions(path, text, (condition) => senseOfText(condition, keys));
  if (!isFrame(path)) return readMarkupRegions(path, text, (condition) => senseOfText(condition, keys));
  const scripts = [...text.matchAll(script)].map(([, code = '']) => blankComments(code)).join('\n');
  const taken = flagImportsInText(scripts).filter(({ imported }) => keys.has(imported));
  const names = new Set(taken.flatMap(({ local }) => askingNames(local)));
  for (const [, name = '', computed, plain = ''] of scripts.matchAll(declaration))
    if (senseOfText((computed ?? plain).trim(), keys, names) === 'on') names.add(name);
  // Names that stand for two things stand for nothing.
  for (const name of names)
    if (/^\w+$/.test(name) && scripts.split(new RegExp(`\\b(?:const|let|var|function)\\s+${name}\\b`)).length > 2)
      names.delete(name);
  const markup = text.replaceAll(script, blank);
  return readMarkupRegions(path, markup, (condition) => senseOfText(condition, keys, names));
}

/** The same by what `ask` says of each condition. */
export function readRegions(path: string, text: string, ask: AskText): TextRegions {
  if (template.test(path)) return readMarkupRegions(path, text, ask);
  return program.test(path) ? readBlockRegions(path, text, ask) : nothing;
}

/** Conditions that ask an import for its flag: the value of a store, a call, a constant. */
function askingNames(local: string): readonly string[] {
  return [`$${local}`, `${local}()`, ...(isConstantName(local) ? [local] : [])];
}

const script = /<(?:script|style)\b[^>]*>([^]*?)<\/(?:script|style)>/gi;
/** `const on = useFlag('new-home')`, `$: on = …`, `const on = computed(() => …)`. */
const declaration =
  /(?:\b(?:const|let)|\$:)\s+(\w{1,100})\s*=\s*(?:\$?(?:computed|derived)\(\s*(?:\(\)\s*=>\s*)?([^\n;]{1,300}?)\)|([^\n;]{1,300}?))\s*;?\s*(?=\n|$)/g;
