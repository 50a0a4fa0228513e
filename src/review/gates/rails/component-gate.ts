import { componentOf } from '../../../catalogs/component-of.js';
import { once } from '../../../git/once.js';
import { escapeExpression } from '../../../text/escape-expression.js';
import { lastNameOf } from '../../../text/path-names.js';
import { readTextRegions } from '../regions/read-text-regions.js';
import { senseOfText } from '../regions/sense-of-text.js';
import { indexConstants } from './rails-constants.js';
import type { RailsPrograms } from './read-rails-programs.js';

/** Components in components are followed up to this number. */
const deepest = 5;

/**
 * Whether a component of ViewComponent is drawn only where the flag is on: its own `render?` asks for it and for nothing that would do instead, or every place that names the
 * class is reached only there. Gives false where that is not certain, and of what is no part of a component.
 */
export function createComponentGate(programs: RailsPrograms, keys: ReadonlySet<string>): (path: string) => boolean {
  const constants = once(() => indexConstants(programs));
  const isBehind = (path: string, depth: number): boolean => {
    const component = componentOf(path);
    if (component === undefined || depth > deepest) return false;
    const own = `${path.slice(0, path.indexOf('app/components/'))}app/components/${component}.rb`;
    const text = programs.get(own);
    if (text === undefined) return false;
    if (rendersOnlyWhereOn(text, keys)) return true;
    const users = [...constants().namersOf(own)].filter((user) => componentOf(user) !== component);
    return users.length > 0 && users.every((user) => isNamedBehind(user, component) || isBehind(user, depth + 1));
  };
  const isNamedBehind = (user: string, component: string): boolean => {
    const text = programs.get(user) as string;
    const { on } = readTextRegions(user, text, keys);
    const name = lastNameOf(component).replaceAll('_', '');
    const places = [...text.matchAll(new RegExp(`\\b${escapeExpression(name)}\\b`, 'gi'))];
    return places.length > 0 && places.every(({ index }) => on.some(([from, to]) => from <= index && index < to));
  };
  return (path) => isBehind(path, 0);
}

/** `def render? = feature_enabled?(:flag) && …`, on one line or three; or what leaves at once where the flag is off. */
function rendersOnlyWhereOn(text: string, keys: ReadonlySet<string>): boolean {
  const [, short, , body = ''] =
    /^([ \t]*)def render\?[ \t]*=[ \t]*([^\n]+)|^([ \t]*)def render\?(?:\(\))?[ \t]*\n((?:(?!\3end\b)[^\n]*\n){1,30})/m
      .exec(text)
      ?.slice(1) ?? [];
  const lines = (short ?? body)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = ''] = lines;
  const [, word, condition = ''] = /^return(?: false| nil)? (if|unless) (.+)$/.exec(first) ?? [];
  if (word !== undefined) return senseOfText(condition, keys) === (word === 'if' ? 'off' : 'on');
  return lines.length === 1 && senseOfText(first.replace(/^return\s+/, ''), keys) === 'on';
}
