import assert from 'node:assert/strict';
import { describeWave } from '../../src/doctor/describe-wave.js';

describe('describeWave', () => {
  it('says what a wave holds and when it begins', () => {
    const globs = ['src/cart/**'];
    assert.equal(describeWave({ number: 2, globs, needsReview: true }), '2: src/cart/**, after a compliance review');
    assert.equal(
      describeWave({ number: 2, globs, reviewed: '2027-03-01', from: '2027-03-02' }),
      '2: src/cart/**, compliance review on 2027-03-01, from 2027-03-02',
    );
  });

  it('says that one has no number', () => {
    assert.equal(describeWave({ number: Infinity, globs: ['docs/**'] }), 'without a number: docs/**');
  });
});
