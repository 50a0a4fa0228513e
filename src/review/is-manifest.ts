/**
 * Whether a file that is called like a manifest holds one, in doubt yes: what is no JSON of texts, or has a part that Nx, or .NET's tool,
 * would go by. Words under the same names (`"targets": "Targets"`) are texts.
 */
export function isManifest(text: string): boolean {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return true;
  }
  if (!isObject(data)) return true;
  return Object.entries(data).some(([key, value]) => marks.get(key)?.(value) === true);
}

type Mark = (value: unknown) => boolean;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with a part that has nothing in it, or one of these keys. */
const holds =
  (...keys: readonly string[]): Mark =>
  (value) =>
    isObject(value) &&
    Object.values(value).some(
      (part) => isObject(part) && (Object.keys(part).length === 0 || keys.some((key) => Object.hasOwn(part, key))),
    );

const targets = holds(
  ...['executor', 'builder', 'command', 'commands', 'options', 'configurations', 'dependsOn', 'inputs', 'outputs'],
  ...['cache', 'continuous', 'parallelism', 'defaultConfiguration', 'metadata', 'syncGenerators'],
);

/** What Nx and Angular read of a project or a workspace, and .NET of its tools. */
const marks: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ['$schema', () => true],
  ['targets', targets],
  ['architect', targets],
  ['sourceRoot', (value) => typeof value === 'string' && value.includes('/')],
  ['projectType', (value) => value === 'application' || value === 'library'],
  ['implicitDependencies', Array.isArray],
  ['tags', Array.isArray],
  ['namedInputs', (value) => isObject(value) && Object.values(value).some(Array.isArray)],
  ['generators', (value) => isObject(value) && Object.keys(value).some((key) => key.includes('/'))],
  ['release', (value) => isObject(value) && isObject(value['version'])],
  [
    'projects',
    (value) => isObject(value) && Object.values(value).some((part) => typeof part === 'string' && part.includes('/')),
  ],
  ['sdk', (value) => isObject(value) && Object.hasOwn(value, 'version')],
  ['msbuild-sdks', isObject],
]);
