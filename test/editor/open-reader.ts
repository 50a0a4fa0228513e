import { join } from 'node:path';
import { createReader, type Reader } from '../../src/editor/reader/create-reader.js';
import { startReader } from '../../src/editor/reader/start-reader.js';

/** A reader of these sources, as the extension has one of its bundle. */
export function openReader(): Reader {
  return createReader((events) => startReader(join(__dirname, '../../src/reader.js'), events));
}
