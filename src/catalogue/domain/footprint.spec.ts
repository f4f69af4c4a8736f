import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseFootprint, concurrentTokensOf, footprint, nativeQuantisation } from './footprint.js';
import { QUANTISATION_BITS, QUANTISATIONS } from './vocabulary.js';

const LLAMA = { totalParamsB: 70, architecture: { layers: 80, kvHeads: 8, headDim: 128, attention: 'FULL' as const } };

describe('footprint', () => {
  it('reckons weights, cache and a fifth on top, in decimal gigabytes', () => {
    const found = footprint(LLAMA, 'BF16', 8192);
    expect(found).toMatchObject({ weightsGB: 140, isEstimated: false });
    expect(found?.kvGB).toBeCloseTo(2.684, 3);
    expect(found?.needGB).toBeCloseTo(171.22, 2);
  });

  it('agrees with the sizes of published packagings', () => {
    expect(footprint({ totalParamsB: 120 }, 'MXFP4', 0)?.weightsGB).toBeCloseTo(64.5);
    expect(footprint({ totalParamsB: 480 }, 'Q4_K_M', 0)?.weightsGB).toBeCloseTo(291);
  });

  it.each([undefined, 'LATENT', 'LINEAR', 'HYBRID'] as const)(
    'estimates where the cache is unknown or of another kind: %s',
    (attention) => {
      const architecture = attention === undefined ? undefined : { ...LLAMA.architecture, attention };
      expect(footprint({ totalParamsB: 100, architecture }, 'FP8', 8192)).toEqual({
        quantisation: 'FP8',
        concurrentTokens: 8192,
        weightsGB: 100,
        needGB: 130,
        isEstimated: true,
      });
    },
  );

  it('is unknown without total parameters', () => {
    expect(footprint({ architecture: LLAMA.architecture }, 'FP8', 8192)).toBeUndefined();
    expect(chooseFootprint({}, ['FP8'], 'BF16', 8192, 80)).toBeUndefined();
  });

  it('grows with parameters, bits and tokens', () => {
    const size = fc.double({ min: 0.1, max: 3000, noNaN: true });
    const tokens = fc.nat(1_000_000);
    fc.assert(
      fc.property(size, size, tokens, tokens, (a, b, some, others) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        const need = (totalParamsB: number, count: number): number =>
          footprint({ ...LLAMA, totalParamsB }, 'FP8', count)?.needGB ?? NaN;
        expect(need(small, some)).toBeLessThanOrEqual(need(large, some));
        expect(need(small, Math.min(some, others))).toBeLessThanOrEqual(need(small, Math.max(some, others)));
      }),
    );
  });

  it('takes the tokens of the tool, else its least context, else 8,192', () => {
    expect([{ concurrentTokens: 1, minContextTokens: 2 }, { minContextTokens: 2 }, {}].map(concurrentTokensOf)).toEqual(
      [1, 2, 8192],
    );
  });
});

describe('chooseFootprint', () => {
  const choose = (capacityGB: number): string | undefined =>
    chooseFootprint(LLAMA, ['Q4_K_M', 'FP8', 'AWQ'], 'BF16', 8192, capacityGB)?.quantisation;

  it('takes the most precise packaging that fits, else the native one', () => {
    expect([200, 100, 60, 51, 40].map(choose)).toEqual(['BF16', 'FP8', 'Q4_K_M', 'AWQ', 'BF16']);
  });

  it('never unpacks beyond the native precision', () => {
    expect(chooseFootprint({ totalParamsB: 120 }, ['BF16', 'MXFP4'], 'MXFP4', 8192, 10_000)?.quantisation).toBe(
      'MXFP4',
    );
  });

  it('fits whenever something published fits, and no more precise packaging would', () => {
    const any = fc.constantFrom(...QUANTISATIONS);
    fc.assert(
      fc.property(fc.array(any), any, fc.double({ min: 1, max: 500, noNaN: true }), (published, native, capacity) => {
        const chosen = chooseFootprint(LLAMA, published, native, 8192, capacity);
        const fits = [...published, native]
          .filter((each) => QUANTISATION_BITS[each] <= QUANTISATION_BITS[native])
          .filter((each) => (footprint(LLAMA, each, 8192)?.needGB ?? Infinity) <= capacity);
        const best = Math.max(...fits.map((each) => QUANTISATION_BITS[each]));
        expect(chosen && QUANTISATION_BITS[chosen.quantisation]).toBe(
          fits.length === 0 ? QUANTISATION_BITS[native] : best,
        );
      }),
    );
  });

  it('reads the native precision off the release’s own repository', () => {
    const artifacts = [
      { hubId: 'openai/gpt-oss-120b', quantisation: 'MXFP4' as const },
      { hubId: 'unsloth/gpt-oss-120b-GGUF', quantisation: 'BF16' as const },
    ];
    expect(nativeQuantisation('openai/gpt-oss-120b', artifacts)).toBe('MXFP4');
    expect(nativeQuantisation('qwen/qwen3-8b', artifacts)).toBe('BF16');
  });
});
