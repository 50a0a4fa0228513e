const usersSeeIt = 'prod prd production live demo sandbox';
const teamSeesIt =
  'local dev develop development test tests testing ci qa uat e2e mock review preview stage stg staging preprod preproduction';
const forAll = 'default defaults shared common base all';
const platforms = 'darwin win32 linux macos windows ios android web mobile desktop';

const words = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(' ')));
const environments = words(usersSeeIt, teamSeesIt, forAll);
const dimensions = words(usersSeeIt, teamSeesIt, forAll, platforms);
const teams = words(teamSeesIt);

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_. ]|\d+$/g, '');
}

/** Is this the name of an environment (`production`, `qa-1`), or of what all of them have (`defaults`)? */
export function isEnvironment(name: string): boolean {
  return environments.has(plain(name));
}

/** Is it an environment or a platform, so that a map by such names says of one flag where it is on? */
export function isDimension(name: string): boolean {
  return dimensions.has(plain(name)) || dimensions.has(name.toLowerCase());
}

/** Is it an environment that nobody but the team sees? In doubt not. */
export function isTeamsOnly(name: string): boolean {
  return (
    teams.has(plain(name)) ||
    name
      .toLowerCase()
      .split(/[-_. ]/)
      .every((word) => teams.has(word.replace(/\d+$/, '')))
  );
}
