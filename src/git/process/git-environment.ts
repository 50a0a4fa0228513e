import { relative, resolve, sep } from 'node:path';

/** Variables that name folders, relative to the folder that git started a hook in. */
const folders = ['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_WORK_TREE', 'GIT_OBJECT_DIRECTORY'];
/** The same, but relative to the root, or lists. */
const asTheyAre = ['GIT_INDEX_FILE', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'];

/** Variables passed on: which configuration git reads, where it looks for a repository, where its programs are. */
const passed = new Set([
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CONFIG_PARAMETERS',
  'GIT_CONFIG_COUNT',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
  'GIT_EXEC_PATH',
  'GIT_SHALLOW_FILE',
  'GIT_TEST_ASSUME_DIFFERENT_OWNER',
]);

/**
 * What git is run with in `cwd`, made from the caller's environment and folder. A hook's GIT_INDEX_FILE and the like are kept for the
 * folder that the hook runs in and for those below it: `git commit -- FILE` commits from an index of its own. A GIT_DIR without a
 * GIT_WORK_TREE, as hooks of linked worktrees get it, is left out: with it git would take any folder for the root, and it finds the
 * repository without. Nothing else of git's passes, so that no variable changes what is read, starts a program, asks, or reaches the
 * network.
 */
export function gitEnvironment(cwd: string, environment: NodeJS.ProcessEnv, from: string): NodeJS.ProcessEnv {
  const clean: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(environment)) {
    if (!name.toUpperCase().startsWith('GIT_') || passed.has(name) || /^GIT_CONFIG_(?:KEY|VALUE)_\d+$/.test(name))
      clean[name] = value;
  }
  if (isWithin(from, cwd)) {
    for (const name of asTheyAre) if (environment[name]) clean[name] = environment[name];
    for (const name of environment['GIT_WORK_TREE'] ? folders : []) {
      const value = environment[name];
      if (value) clean[name] = resolve(from, value);
    }
  }
  return {
    ...clean,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: nullDevice,
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_LITERAL_PATHSPECS: '1',
    [emptyVariable]: '',
  };
}

/** A variable that is always empty. */
export const emptyVariable = 'PM_ZONE_NOTHING';

/** A file that is always empty, on every platform where git runs. */
export const nullDevice = '/dev/null';

function isWithin(folder: string, place: string): boolean {
  const way = relative(folder, place);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(place);
}
