import { describe, expect, it } from '@jest/globals';
import { driftOf, type Registered } from './drift.js';

const URL_OF_GATEWAY = 'https://llm.bank.example';
const model = (changes: Partial<Registered>): Registered => ({
  id: 'm1',
  name: 'gemma-main',
  releaseId: 'r1',
  lifecycle: 'IN_USE',
  endpointUrl: `${URL_OF_GATEWAY}/v1`,
  ...changes,
});

describe('drift', () => {
  it('is empty where every name is a registered model or its release', () => {
    const served = [
      { name: 'GEMMA-main', releaseId: null },
      { name: 'google/gemma-3-27b-it', releaseId: 'r1' },
    ];
    expect(driftOf(URL_OF_GATEWAY, served, [model({})])).toEqual({ notRegistered: [], retired: [], notServed: [] });
  });

  it('names what nobody registered, what is retired and what is not there', () => {
    const gone = model({ id: 'm2', name: 'qwen', releaseId: 'r2' });
    const retired = model({ id: 'm3', name: 'old', releaseId: 'r3', lifecycle: 'RETIRED' });
    const elsewhere = model({ id: 'm4', name: 'glm', releaseId: 'r4', endpointUrl: 'https://other.example/v1' });
    const served = [
      { name: 'shadow-llm', releaseId: null },
      { name: 'old', releaseId: null },
    ];
    const drift = driftOf(URL_OF_GATEWAY, served, [gone, retired, elsewhere]);
    expect(drift.notRegistered.map(({ name }) => name)).toEqual(['shadow-llm']);
    expect(drift.retired.map(({ id }) => id)).toEqual(['m3']);
    expect(drift.notServed.map(({ id }) => id)).toEqual(['m2']);
  });
});
