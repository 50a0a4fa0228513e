import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../demo/project-folder.js';
import type { FakeReply, FakeRequest } from '../fake-server.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly body: Schema | null;
  readonly replies: Readonly<Record<string, Schema | null>>;
}

interface Description {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** GitHub's own API description, cut to what is used (`scripts/cut-github-description.mjs`): holds requests and replies to it. */
export class GithubDescription {
  readonly #description: Description;
  readonly #ajv: Ajv;
  readonly #validators = new Map<Schema, ValidateFunction>();

  constructor() {
    const file = join(projectFolder(), 'test/hosts/fake-github/github-description.json');
    this.#description = JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
      // The one place where GitHub does otherwise than it describes: the repository of a deleted fork is null.
      key === 'repo' && JSON.stringify(value) === '{"$ref":"#/schemas/repository"}'
        ? { anyOf: [value, { type: 'null' }] }
        : value,
    ) as Description;
    this.#ajv = new Ajv({ strict: false, logger: false, coerceTypes: false });
    addFormats(this.#ajv);
    // Replies repeat addresses with a place to fill in, which is no address by the letter.
    this.#ajv.addFormat('uri', true);
    this.#ajv.addSchema({ $id: 'github', ...this.#description });
  }

  /** The operation that a request is, with the values in its path. */
  match(request: FakeRequest): { readonly id: string; readonly values: Readonly<Record<string, string>> } | undefined {
    for (const [id, { method, path }] of Object.entries(this.#description.operations)) {
      if (method !== request.method) continue;
      const names: string[] = [];
      const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) => {
        names.push(name);
        return '([^/]+)';
      });
      const found = new RegExp(`^${pattern}$`).exec(request.url.pathname.replace(/^\/api\/v3/, ''));
      if (found !== null) {
        return {
          id,
          values: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])),
        };
      }
    }
    return undefined;
  }

  /** What is wrong with a request by the description. */
  requestFaults(id: string, request: FakeRequest): readonly string[] {
    const operation = this.#operation(id);
    const faults: string[] = [];
    const queries = operation.parameters.filter((each) => each.in === 'query');
    for (const [name, value] of request.url.searchParams) {
      const schema = queries.find((each) => each.name === name)?.schema;
      if (schema === undefined) faults.push(`${id} has no parameter ${name}`);
      else faults.push(...this.#faults(schema, schema.type === 'integer' ? Number(value) : value, `${id} ${name}`));
    }
    if (operation.body !== null) {
      faults.push(...this.#faults(operation.body, request.body, `${id} body`));
      const known = [operation.body, ...(operation.body.anyOf ?? [])].flatMap((each) =>
        Object.keys(each.properties ?? {}),
      );
      for (const name of Object.keys(request.body ?? {}))
        if (known.length > 0 && !known.includes(name)) faults.push(`${id} has no field ${name}`);
    }
    return faults;
  }

  /** What is wrong with a reply by the description. */
  replyFaults(id: string, reply: FakeReply): readonly string[] {
    const schema = this.#operation(id).replies[String(reply.status)];
    return schema === null || schema === undefined ? [] : this.#faults(schema, reply.body, `${id} ${reply.status}`);
  }

  /** A whole reply, as the description has it, around the values that matter. */
  fill(id: string, status: number, value: unknown): unknown {
    return this.#fill(this.#operation(id).replies[String(status)] ?? {}, value);
  }

  #operation(id: string): Operation {
    const operation = this.#description.operations[id];
    if (operation === undefined) throw new Error(`The description has no operation ${id}.`);
    return operation;
  }

  #faults(schema: Schema, value: unknown, what: string): readonly string[] {
    const validate = this.#validators.get(schema) ?? this.#ajv.compile(absolute(schema) as object);
    this.#validators.set(schema, validate);
    if (validate(value)) return [];
    return [`${what}: ${this.#ajv.errorsText(validate.errors)}`];
  }

  #fill(schema: Schema, value: unknown): unknown {
    if (schema.$ref !== undefined) {
      return this.#fill(this.#description.schemas[schema.$ref.slice('#/schemas/'.length)] ?? {}, value);
    }
    if (schema.anyOf !== undefined) return this.#fillAny(schema.anyOf, value);
    if (schema.allOf !== undefined) {
      return Object.assign({}, ...schema.allOf.map((each) => this.#fill(each, value))) as unknown;
    }
    if (schema.properties !== undefined || schema.type === 'object') return this.#fillObject(schema, value);
    if (schema.type === 'array')
      return Array.isArray(value) ? value.map((each) => this.#fill(schema.items ?? {}, each)) : [];
    return value === undefined ? defaultOf(schema) : value;
  }

  #fillAny(schemas: readonly Schema[], value: unknown): unknown {
    if ((value === null || value === undefined) && schemas.some(({ type }) => type === 'null')) return null;
    const filled = schemas
      .filter(({ type }) => type !== 'null')
      .map((each) => [each, this.#fill(each, value)] as const);
    return (filled.find(([each, result]) => this.#faults(each, result, '').length === 0) ?? filled[0])?.[1];
  }

  #fillObject({ properties = {}, required = [] }: Schema, value: unknown): unknown {
    const given = (typeof value === 'object' ? value : {}) as Readonly<Record<string, unknown>>;
    const names = new Set([...required, ...Object.keys(given)]);
    return Object.fromEntries(
      [...names].map((name) => {
        const schema = properties[name];
        return [name, schema === undefined ? given[name] : this.#fill(schema, given[name])];
      }),
    );
  }
}

function defaultOf({ type, enum: values, format, minLength = 0 }: Schema): unknown {
  if (values !== undefined) return values[0];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return false;
  if (type !== 'string') return null;
  if (format === 'date-time') return '2026-11-01T09:00:00Z';
  if (format === 'uri') return 'https://github.example/';
  return '0'.repeat(minLength);
}

function absolute(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(absolute);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, each]) => [key, key === '$ref' ? `github${String(each)}` : absolute(each)]),
  );
}
