import assert from 'node:assert/strict';
import { askModel } from '../../src/opening/ask-model.js';
import type { FakeReply } from '../hosts/fake-server.js';
import { FakeModel, modelKey } from './fake-model.js';

describe('asking a language model', () => {
  const model = new FakeModel();
  before(() => model.server.start());
  after(async () => {
    await model.server.stop();
    assert.deepEqual(model.faults, []);
  });
  beforeEach(() => (model.server.fault = () => undefined));

  const prompt = { task: 'Do it.', data: '{"title":"A"}' };
  const ask = (more: Partial<Parameters<typeof askModel>[0]> = {}) =>
    askModel({ address: `${model.server.url}/v1`, name: 'small', key: modelKey, ...more }, prompt);

  it('gives what it answered', async () => {
    model.says = '{"title": "B"}';
    assert.deepEqual(await ask(), { answer: '{"title": "B"}' });
    const { messages } = model.server.seen.at(-1)?.body as { messages: unknown };
    assert.deepEqual(messages, [
      { role: 'system', content: 'Do it.' },
      { role: 'user', content: '{"title":"A"}' },
    ]);
  });

  it('says why nothing came of it, and nothing of what was sent or received', async () => {
    const replies: readonly (readonly [FakeReply | undefined, string])[] = [
      [{ status: 403, body: { error: modelKey } }, 'it does not take the key'],
      [{ status: 429, body: {}, headers: { 'retry-after': '600' } }, 'it has too much to do just now'],
      [{ status: 500, body: {} }, 'it gave no answer that can be used'],
      [undefined, 'it could not be reached, or took too long'],
      [{ status: 200, body: { choices: [] } }, 'it gave no answer that can be used'],
      [{ status: 200, body: { choices: [{ message: { content: null } }] } }, 'it gave no answer that can be used'],
      [{ status: 200, body: { choices: [{ message: { content: modelKey } }] } }, 'it gave no answer that can be used'],
      [{ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }, 'it gave no answer that can be used'],
    ];
    for (const [reply, why] of replies) {
      model.server.fault = () => (given, response) => {
        if (reply === undefined) response.destroy();
        return reply;
      };
      assert.deepEqual(await ask(), { why }, JSON.stringify(reply));
    }
  });

  it('sends its key nowhere else, and none where there is none', async () => {
    const { length } = model.server.seen;
    model.server.fault = () => () => ({
      status: 307,
      body: {},
      headers: { location: `${model.server.url}/elsewhere` },
    });
    assert.deepEqual(await ask(), { why: 'it gave no answer that can be used' });
    assert.equal(model.server.seen.length, length + 1);
    model.server.fault = () => undefined;
    assert.deepEqual(await ask({ key: undefined }), { why: 'it does not take the key' });
    assert.equal(model.server.seen.at(-1)?.headers['authorization'], undefined);
    assert.deepEqual(await ask({ name: 'other' }), { why: 'there is no such model at this address' });
    assert.deepEqual(await ask({ address: 'http://example.com/v1' }), { why: 'it gave no answer that can be used' });
  });
});
