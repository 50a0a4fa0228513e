import { once } from '../../../git/once.js';
import { escapeExpression } from '../../../text/escape-expression.js';
import { createNamesFlag } from './names-flag.js';
import { indexConstants, type RailsConstants } from './rails-constants.js';
import { isController, isRoutes, type RailsPrograms } from './read-rails-programs.js';

/** More programs on the way up from one are not looked at. */
const mostSteps = 300;

/**
 * Whether everyone comes to a program or template of a Rails application: from a page, by programs of which none names a flag or anything that answers for one. Where that is
 * not certain it is false: a way may also lead through what is not followed.
 */
export function createOpenWays(programs: RailsPrograms, keys: readonly string[]): (path: string) => boolean {
  const namesFlag = createNamesFlag(programs, keys);
  const constants = once(() => indexConstants(programs));
  const areFree = once(() => [...programs].every(([path, text]) => !isRoutes(path) || !namesFlag(text)));
  const known = new Map<string, boolean>();
  const isFree = (path: string): boolean => {
    const found = known.get(path) ?? !namesFlag(programs.get(path) ?? keys.join(' '));
    known.set(path, found);
    return found;
  };
  return (path) => {
    const seen = new Set([path]);
    for (const each of seen) {
      if (seen.size > mostSteps) return false;
      if (!isFree(each)) continue;
      if (isRoutes(each) || /^app\/views\/layouts\/application\./.test(each)) return areFree();
      if (isController(each) && areFree() && ancestorsOf(each, programs, constants()).every(isFree)) return true;
      for (const above of reachersOf(each, programs, constants)) seen.add(above);
    }
    return false;
  };
}

/** What a controller is made of. */
function ancestorsOf(path: string, programs: RailsPrograms, constants: RailsConstants): readonly string[] {
  const all = new Set([path]);
  for (const each of all) {
    const text = programs.get(each) as string;
    for (const [, name = ''] of text.matchAll(
      /(?:\bclass\s+[\w:]+\s*<|\b(?:include|prepend|extend)\b)\s*(?:::)?([\w:]+)/g,
    )) {
      const file = constants.fileOf(name);
      if (file !== undefined) all.add(file);
    }
  }
  return [...all];
}

/** The programs that show this one or call it. */
function reachersOf(path: string, programs: RailsPrograms, constants: () => RailsConstants): Iterable<string> {
  const [, folder = '', part, name = ''] = /^app\/views\/(?:(.+)\/)?(_?)([^/.]+)\.[^/]*$/.exec(path) ?? [];
  const controller = `app/controllers/${folder}_controller.rb`;
  if (part === '_') return partialUsers(folder, name, controller, programs);
  if (name !== '') return programs.has(controller) ? [controller] : [];
  if (path.endsWith('.rb')) return constants().namersOf(path);
  // The template of a component lies beside its class, or in a folder of its name.
  const beside = [path.replace(/\.[^/]*$/, '.rb'), `${path.slice(0, path.lastIndexOf('/'))}.rb`];
  return beside.filter((each) => programs.has(each)).slice(0, 1);
}

function partialUsers(folder: string, name: string, controller: string, programs: RailsPrograms): readonly string[] {
  const whole = new RegExp(`["']${escapeExpression(`${folder}/${name}`)}["']`);
  const own = new RegExp(`\\brender\\b[^\\n]{0,40}["']${escapeExpression(name)}["']`);
  const isNear = (path: string): boolean =>
    path === controller || path.slice(0, path.lastIndexOf('/')) === `app/views/${folder}`;
  return [...programs].flatMap(([path, text]) => (whole.test(text) || (isNear(path) && own.test(text)) ? [path] : []));
}
