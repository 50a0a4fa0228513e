import { createRegionCollector, type AskText, type Region, type RegionCollector } from '../gated-regions.js';
import { blank } from '../../../text/blank.js';
import { isEmptyTag } from '../words-only/read-tags.js';

/** What opens, parts and closes a block of a template language. Each match gives a word, a condition or neither. */
interface Blocks {
  readonly sign: RegExp;
  read(match: RegExpExecArray): {
    readonly what: 'open' | 'else' | 'close' | 'other';
    readonly condition?: string;
    readonly turned?: boolean;
  };
}

/** `{#if flag}` … `{:else}` … `{/if}` of Svelte. */
const svelte: Blocks = {
  sign: /\{\s*(?:#(if|each|await|key|snippet)\b([^{}]{0,500})|:(else|then|catch)\b([^{}]{0,500})|\/(?:if|each|await|key|snippet))\s*\}/g,
  read([, opens, condition = '', parts, rest = '']) {
    if (opens !== undefined) return opens === 'if' ? { what: 'open', condition } : { what: 'open' };
    if (parts !== undefined) {
      const [, condition] = /^\s*if\b([^]*)$/.exec(rest) ?? [];
      if (parts !== 'else' || condition !== undefined) return { what: 'other', ...(condition && { condition }) };
      return rest.trim() === '' ? { what: 'else' } : { what: 'other' };
    }
    return { what: 'close' };
  },
};

/** `<% if flag %>` … `<% else %>` … `<% end %>` of ERB and EJS-like templates in Ruby. */
const erb: Blocks = {
  sign: /<%[-=]*\s*((?:(?!<%)[^]){0,1000}?)\s*-?%>/g,
  read([, code = '']) {
    const [, word, condition = ''] = /^(if|unless)\b\s*([^]*?)(?:\s+then)?$/.exec(code) ?? [];
    if (word !== undefined) return { what: 'open', condition, turned: word === 'unless' };
    if (/^else$/.test(code)) return { what: 'else' };
    const [, further] = /^elsif\b\s*([^]*?)(?:\s+then)?$/.exec(code) ?? [];
    if (further !== undefined) return { what: 'other', condition: further };
    if (/^end\b/.test(code)) return { what: 'close' };
    return /(?:^|\s)do(?:\s*\|[^|]*\|)?$|^(?:case|while|until|for|begin)\b|\{\s*\|[^|]*\|$/.test(code)
      ? { what: 'open' }
      : { what: 'other' };
  },
};

/** `@if(flag)` … `@else` … `@endif` of Blade, with `@feature('x')` of Pennant. */
const blade: Blocks = {
  sign: /@(if|unless|feature|elseif|else(?:feature)?|end(?:if|unless|feature))\b(?:\s*\(((?:[^()]|\((?:[^()]|\([^()]*\))*\)){0,500})\))?/g,
  read([, word = '', condition = '']) {
    if (word.startsWith('end')) return { what: 'close' };
    if (word === 'else' || word === 'elsefeature') return { what: 'else' };
    if (word === 'elseif') return { what: 'other', condition };
    return {
      what: 'open',
      condition: word === 'feature' ? `feature(${condition})` : condition,
      turned: word === 'unless',
    };
  },
};

/** Which parts of a template depend on the flag, by the blocks of its language. One whose blocks do not close depends on nothing. */
export function readMarkupRegions(path: string, text: string, ask: AskText): RegionCollector {
  const collector = createRegionCollector();
  // In its notes no sign of a language counts.
  if (/\.vue$/i.test(path)) readElements(text, ask, collector);
  else if (/\.svelte$/i.test(path))
    readBlocks(svelte, text.replaceAll(/<!--[^]*?(?:-->|(?![^]))/g, blank), ask, collector);
  else if (/\.php$/i.test(path))
    readBlocks(blade, text.replaceAll(/\{\{--[^]*?(?:--\}\}|(?![^]))/g, blank), ask, collector);
  else readBlocks(erb, text, ask, collector);
  return collector;
}

interface Open {
  readonly sign: number;
  readonly from: number;
  readonly sense: 'on' | 'off' | undefined;
  /** Where the first branch ends; a chain of conditions has none that is clear. */
  parted?: number;
  /** The ways of a chain behind the first: where each begins, and what its condition says. */
  readonly ways: { readonly sign: number; readonly sense: 'on' | 'off' | undefined }[];
  /** Where the second one begins. */
  partedEnd?: number;
  isChain?: boolean;
}

function readBlocks(blocks: Blocks, text: string, ask: AskText, collector: RegionCollector): void {
  const open: Open[] = [];
  const found: (() => void)[] = [];
  for (const match of text.matchAll(blocks.sign)) {
    const { what, condition, turned = false } = blocks.read(match);
    const end = match.index + match[0].length;
    const top = open.at(-1);
    if (what === 'open') {
      const sense = condition === undefined ? undefined : ask(condition);
      open.push({
        sign: match.index,
        from: end,
        sense: turned && sense !== undefined ? (sense === 'on' ? 'off' : 'on') : sense,
        ways: [],
      });
    } else if (what === 'close') {
      const last = open.pop();
      // Not closed as it was opened: nobody can tell what belongs to what.
      if (last === undefined) return;
      const { sign, from, sense, parted, partedEnd = 0, isChain = false, ways } = last;
      const no = parted === undefined || isChain ? undefined : ([parted, match.index] as const);
      found.push(() => {
        collector.add(sense, [from, parted ?? match.index], no);
        const second: readonly Region[] = parted === undefined ? [] : [[partedEnd, match.index]];
        if (!isChain) {
          collector.choose(sense, [sign, end], [[from, parted ?? match.index]], second);
          return;
        }
        // Without the flag a way that asks for it is none; where the first asks whether it is off, there is no other.
        if (sense === 'off') {
          collector.choose('off', [sign, end], [[from, parted as number]], undefined);
          return;
        }
        [{ sign, sense }, ...ways].forEach((way, index) => {
          if (way.sense === 'on') collector.choose('on', [way.sign, ways[index]?.sign ?? match.index], undefined, []);
        });
      });
    } else if (top !== undefined && isParting(match[0])) {
      top.isChain = top.isChain === true || what !== 'else' || top.parted !== undefined;
      top.parted ??= match.index;
      top.partedEnd ??= end;
      top.ways.push({ sign: match.index, sense: condition === undefined ? undefined : ask(condition) });
    } else if (what === 'other') {
      const [, condition = ''] = /\sif\b\s*([^]*?)\s*-?%>$/.exec(match[0]) ?? [];
      found.push(() => {
        collector.add(ask(condition), [match.index, end]);
        if (ask(condition) === 'on') collector.choose('on', [match.index, end], undefined, []);
      });
    }
  }
  if (open.length === 0) for (const each of found) each();
}

function isParting(sign: string): boolean {
  return /^(?:\{\s*:|@else|<%[-=]*\s*(?:else|elsif|when|in)\b)/.test(sign);
}

const tag =
  /<(\/?)([A-Za-z][\w.-]{0,60})((?:\s+[^\s"'<>=/]{1,100}(?:\s*=\s*(?:"[^"]*"|'[^']*'))?|\s*\/(?!>))*)\s*(\/?)>|<!--[^]*?(?:-->|(?![^]))/g;

/** Elements of Vue with `v-if`; `v-else` belongs to the element before. */
function readElements(text: string, ask: AskText, collector: RegionCollector): void {
  const open: {
    readonly name: string;
    readonly from: number;
    readonly sense: 'on' | 'off' | undefined;
    readonly question: Region;
  }[] = [];
  const found: (readonly [sense: 'on' | 'off', from: number, to: number, question: Region])[] = [];
  /** What the condition of the last element of each level says. */
  const last: ('on' | 'off' | undefined)[] = [];
  for (const match of text.matchAll(tag)) {
    const { 0: whole, 1: closes, 2: name, 3: attributes = '', 4: selfCloses, index } = match;
    if (name === undefined) continue;
    if (closes === '/') {
      const top = open.pop();
      if (top?.name !== name) return;
      if (top.sense !== undefined) found.push([top.sense, top.from, index + whole.length, top.question]);
      continue;
    }
    const [, double, single] = /\sv-if\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes) ?? [];
    const condition = double ?? single;
    const before = last[open.length];
    const own = condition === undefined ? undefined : ask(condition);
    const sense = /\sv-else(?:\s|$)/.test(attributes) && before !== undefined ? (before === 'on' ? 'off' : 'on') : own;
    const asked = /\sv-(?:if\s*=\s*(?:"[^"]*"|'[^']*')|else(?=[\s/>]))/.exec(whole);
    const question: Region = asked ? [index + asked.index, index + asked.index + asked[0].length] : [index, index];
    last.length = open.length;
    last[open.length] = own;
    if (selfCloses === '/' || isEmptyTag(name)) {
      if (sense !== undefined) found.push([sense, index, index + whole.length, question]);
    } else open.push({ name, from: index, sense, question });
  }
  if (open.length > 0) return;
  for (const [sense, from, to, [asks, asked]] of found) {
    collector.add(sense, [from, to]);
    const whole: readonly Region[] = [
      [from, asks],
      [asked, to],
    ];
    collector.choose(sense, [from, to], whole, []);
  }
}
