import { FakeServer, type FakeReply, type FakeRequest } from '../hosts/fake-server.js';

export const modelKey = 'sk-modelOfMayaTESTKEY00';

/** A language model on this machine that talks as OpenAI's does: it notes what no client may send, and answers what it is told to. */
export class FakeModel {
  readonly server = new FakeServer((request) => this.#answer(request));
  readonly faults: string[] = [];
  /** What it answers. */
  says = '{}';

  /** What the environment says of it. */
  get environment(): Readonly<Record<string, string>> {
    return { PM_ZONE_MODEL_URL: `${this.server.url}/v1/`, PM_ZONE_MODEL_NAME: 'small', PM_ZONE_MODEL_KEY: modelKey };
  }

  #answer({ method, url, headers, body }: FakeRequest): FakeReply {
    if (headers['authorization'] !== `Bearer ${modelKey}`)
      return { status: 401, body: { error: { message: 'No key' } } };
    if (method !== 'POST' || url.pathname !== '/v1/chat/completions' || url.search !== '')
      return { status: 404, body: { error: { message: 'Not found' } } };
    const { model, messages, stream, ...more } = body as Readonly<Record<string, unknown>>;
    if (model !== 'small') return { status: 404, body: { error: { code: 'model_not_found' } } };
    if (!isConversation(messages) || stream !== false || headers['content-type'] !== 'application/json')
      this.faults.push(`not what the interface takes: ${JSON.stringify(body)}`);
    if (Object.keys(more).length > 0)
      this.faults.push(`fields that not every such model has: ${Object.keys(more).join()}`);
    const message = { role: 'assistant', content: this.says };
    return {
      status: 200,
      body: { id: 'c-1', object: 'chat.completion', model, choices: [{ index: 0, message, finish_reason: 'stop' }] },
    };
  }
}

function isConversation(messages: unknown): boolean {
  return (
    Array.isArray(messages) &&
    messages.length > 0 &&
    messages.every((each: unknown) => {
      const { role, content, ...more } = Object(each) as Readonly<Record<string, unknown>>;
      return (
        ['system', 'user', 'assistant'].includes(String(role)) &&
        typeof content === 'string' &&
        Object.keys(more).length === 0
      );
    })
  );
}
