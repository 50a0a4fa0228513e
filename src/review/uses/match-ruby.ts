import { componentOf } from '../../catalogs/component-of.js';
import type { KeyIndex } from './key-index.js';
import type { KeyMatch } from './key-match.js';
import type { TextKey } from './text-key.js';

/** `t('.title')`, `t(:title, scope: [:home, :form])`, `I18n.t 'title', scope: 'home'`, with what follows in the call. */
const call =
  /(?<![\w.])(?:I18n\.|helpers\.|view\.)?(?:t|translate)!?[ (]\s*(?::(\w{1,100})|:?(["'])([^"'\n]{1,200})\2)([^()]{0,200})/g;
const hole = /#\{[^{}]*\}/;

/**
 * What Rails leaves unsaid: a name that begins with a dot goes on from the place of its view or its controller's action, one with a scope from
 * that. Where nobody can tell what comes before it, every text that ends like that may be meant.
 */
export function matchRuby(path: string, text: string, keys: KeyIndex): readonly KeyMatch[] {
  const found: KeyMatch[] = [];
  for (const { index, 0: whole, 1: symbol, 3: quoted = '', 4: rest = '' } of text.matchAll(call)) {
    const name = symbol ?? quoted;
    const at = index + whole.indexOf(name);
    const add = (matches: readonly TextKey[], sure: boolean): void => {
      for (const key of matches) if (isOfRails(key)) found.push({ key, at, end: at + name.length, sure });
    };
    const scope = scopeOf(name, rest, () => placeOf(path, text, index));
    // A name that is whole is found as any string is.
    if (scope === 'none' && symbol === undefined) continue;
    const tail = name.replace(/^\./, '');
    const [first = '', ...more]: readonly string[] = tail.split(hole);
    for (const { before, isSure } of scope === 'none' ? [{ before: '', isSure: true }] : scope) {
      if (more.length === 0 && before !== undefined) add(keys.named(before + tail), isSure);
      else if (before !== undefined) add(keys.fitting([before + first, ...more], false), false);
      // The texts of a component are asked for by that one alone.
      else
        add(
          keys.fitting(['', `.${first}`, ...more], false).filter(({ naming }) => naming === 'rails'),
          false,
        );
      // A group of texts is asked for whole.
      if (before !== undefined) add(keys.fitting([`${before}${tail}.`, ''], true), false);
    }
  }
  return found;
}

function isOfRails({ naming }: TextKey): boolean {
  return naming === 'rails' || naming === 'component';
}

/** What stands before a name, with the dot behind it; `undefined` where it may be anything. */
interface Before {
  readonly before: string | undefined;
  readonly isSure: boolean;
}

const anything: readonly Before[] = [{ before: undefined, isSure: false }];

function scopeOf(name: string, rest: string, place: () => readonly Before[]): readonly Before[] | 'none' {
  if (name.startsWith('.')) return place();
  const given = /\bscope:\s*(\[[^\]]*\]|[^,)\s]+)/.exec(rest)?.[1];
  if (given === undefined) return 'none';
  if (!/^(?:[[\]\s,]|%i|:?["'][\w.]+["']|:\w+)+$/.test(given)) return anything;
  const segments = given.match(/[\w.]+/g) ?? [];
  return [{ before: segments.map((each) => `${each}.`).join(''), isSure: true }];
}

/** What the place of a view says, or the action of a controller or a mail; an action may also call what stands in another one. */
function placeOf(path: string, text: string, at: number): readonly Before[] {
  const view = /(?:^|\/)views\/(.+)$/.exec(path)?.[1];
  if (view !== undefined) {
    const segments = view.split('/');
    const name = (segments.pop() as string).replace(/[.+].*$/, '').replace(/^_/, '');
    return [{ before: `${[...segments, name].join('.')}.`, isSure: true }];
  }
  const component = componentOf(path);
  if (component !== undefined) return [{ before: `${component.replaceAll('/', '.')}.`, isSure: true }, ...anything];
  const holder = /(?:^|\/)(?:controllers|mailers)\/(?!concerns\/)(.+?)(?:_controller)?\.rb$/.exec(path)?.[1];
  if (holder === undefined) return anything;
  const action = [...text.slice(0, at).matchAll(/\bdef (\w{1,100})/g)].at(-1)?.[1];
  const own = `${holder.replaceAll('/', '.')}.`;
  return action === undefined ? anything : [{ before: `${own}${action}.`, isSure: true }, ...anything];
}
