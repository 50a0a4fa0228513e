/**
 * Cuts from GitHub's own API description, which is 13 MB, the operations that this project's readers and its stand-in for GitHub use, and
 * writes them as JSON Schema to test/hosts/fake-github/github-description.json: `node scripts/cut-github-description.mjs [FILE]`. Without a FILE
 * the description is fetched once with npm into the user's cache folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const source = {
  package: '@octokit/openapi',
  version: '23.0.2',
  licence: 'MIT',
  file: 'generated/api.github.com.json',
};

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');

/** Where the whole description lies once it was fetched. */
export const wholeDescription = join(cache, 'pm-zone', `github-description-${source.version}.json`);

export const cutDescription = join(
  dirname(fileURLToPath(import.meta.url)),
  '../test/hosts/fake-github/github-description.json',
);

const operations = [
  'pulls/get',
  'pulls/list',
  'pulls/create',
  'pulls/update',
  'pulls/list-commits',
  'pulls/list-reviews',
  'pulls/create-review',
  'pulls/list-review-comments',
  'pulls/dismiss-review',
  'pulls/request-reviewers',
  'repos/compare-commits-with-basehead',
  'repos/list-activities',
  'repos/get-collaborator-permission-level',
  'repos/list-pull-requests-associated-with-commit',
  'repos/create-commit-status',
  'repos/list-commit-statuses-for-ref',
  'repos/list-deployments',
  'repos/list-deployment-statuses',
  'repos/get-branch',
  'repos/get-branch-rules',
  'repos/get-branch-protection',
  'repos/get-repo-ruleset',
  'git/get-ref',
  'issues/list-labels-for-repo',
  'issues/create-label',
  'issues/add-labels',
  'users/get-by-username',
  'teams/list-members-in-org',
  'repos/list-teams',
  'repos/codeowners-errors',
  'actions/get-github-actions-default-workflow-permissions-repository',
];

/** The operations with all that they refer to, without prose and examples. */
export function cut(whole) {
  const found = {};
  for (const [path, methods] of Object.entries(whole.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (!operations.includes(operation.operationId)) continue;
      found[operation.operationId] = {
        method: method.toUpperCase(),
        path,
        parameters: (operation.parameters ?? []).map((each) => {
          const { name, in: place, required = false, schema } = resolve(whole, each);
          return { name, in: place, required, schema: toJsonSchema(schema) };
        }),
        body: bodyOf(whole, operation.requestBody),
        replies: Object.fromEntries(
          Object.entries(operation.responses).map(([status, reply]) => [status, bodyOf(whole, reply)]),
        ),
      };
    }
  }
  const missing = operations.filter((each) => found[each] === undefined);
  if (missing.length > 0) throw new Error(`The description lacks ${missing.join(', ')}.`);
  const schemas = {};
  collectSchemas(whole, found, schemas);
  return { source, operations: sortKeys(found), schemas: sortKeys(schemas) };
}

function bodyOf(whole, reference) {
  const content = reference && resolve(whole, reference).content;
  const schema = content?.['application/json']?.schema;
  return schema === undefined ? null : toJsonSchema(schema);
}

function resolve(whole, value) {
  if (value.$ref === undefined) return value;
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key], whole);
}

/** The keywords of OpenAPI's schemas that say something of a value. */
const kept = [
  'type',
  'enum',
  'format',
  'pattern',
  'required',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
];

function toJsonSchema(schema) {
  if (schema.$ref !== undefined) return { $ref: `#/schemas/${schema.$ref.split('/').at(-1)}` };
  const result = Object.fromEntries(kept.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]));
  if (schema.properties !== undefined) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, each]) => [name, toJsonSchema(each)]),
    );
  }
  if (schema.items !== undefined) result.items = toJsonSchema(schema.items);
  if (schema.additionalProperties !== undefined) {
    const more = schema.additionalProperties;
    result.additionalProperties = typeof more === 'boolean' ? more : toJsonSchema(more);
  }
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    // More than one of GitHub's variants often fit, so "one of" is no more than "any of".
    if (schema[key] !== undefined) result[key === 'oneOf' ? 'anyOf' : key] = schema[key].map(toJsonSchema);
  }
  return schema.nullable === true ? { anyOf: [result, { type: 'null' }] } : result;
}

function collectSchemas(whole, value, schemas) {
  if (typeof value !== 'object' || value === null) return;
  if (typeof value.$ref === 'string') {
    const name = value.$ref.split('/').at(-1);
    if (schemas[name] !== undefined) return;
    schemas[name] = toJsonSchema(whole.components.schemas[name]);
    collectSchemas(whole, schemas[name], schemas);
  } else for (const each of Object.values(value)) collectSchemas(whole, each, schemas);
}

function sortKeys(record) {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fetchWhole() {
  if (existsSync(wholeDescription)) return wholeDescription;
  const folder = dirname(wholeDescription);
  mkdirSync(folder, { recursive: true });
  const archive = `octokit-openapi-${source.version}.tgz`;
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, `${source.package}@${source.version}`]);
  execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder, `package/${source.file}`]);
  renameSync(join(folder, 'package', source.file), wholeDescription);
  return wholeDescription;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const whole = JSON.parse(readFileSync(process.argv[2] ?? fetchWhole(), 'utf8'));
  writeFileSync(cutDescription, `${JSON.stringify(cut(whole))}\n`);
}
