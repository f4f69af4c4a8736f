import { describe, expect, it } from '@jest/globals';
import { aider } from './aider.js';
import { bfcl } from './bfcl.js';
import { finreasoning } from './finreasoning.js';
import { AT, bytesOf } from './spec-support.js';
import { vectara } from './vectara.js';

describe('Vectara', () => {
  const TABLE = `# Hallucination Leaderboard
|Model|Hallucination Rate|Factual Consistency Rate|Answer Rate|Average Summary Length (Words)|
|----|----:|----:|----:|----:|
|google/gemma-3-27b-it|7.4 %|92.6 %|98.8 %|96.4|
|someone/odd|n/a|n/a|99 %|1|
`;

  it('reads consistency and answer rate, and refuses a row without', () => {
    const { releases, rejected } = vectara(bytesOf(TABLE), AT);
    expect(releases).toMatchObject([{ name: 'google/gemma-3-27b-it', mentionOnly: true }]);
    expect(releases[0]?.benchmarks.map(({ benchmark, metric, score }) => [benchmark, metric, score])).toEqual([
      ['Vectara', 'factual consistency', 92.6],
      ['Vectara', 'answer rate', 98.8],
    ]);
    expect(rejected).toMatchObject([{ position: 'table/someone/odd' }]);
  });

  it('refuses a page without the table', () => {
    expect(() => vectara(bytesOf('# moved'), AT)).toThrow(expect.objectContaining({ code: 'payload-unreadable' }));
  });
});

describe('Aider', () => {
  const YAML = `
- {model: DeepSeek R1 (0528), edit_format: diff, pass_rate_2: 71.4, date: "2025-06-06"}
- {model: DeepSeek-V3.2-Exp (Chat), edit_format: diff, pass_rate_2: 70.2, date: "2025-10-03"}
- {model: DeepSeek-V3.2-Exp (Reasoner), edit_format: diff, pass_rate_2: 74.2, date: "2025-10-03"}
- {model: "Qwen3 235B A22B diff, no think, Alibaba API", edit_format: diff, pass_rate_2: 59.6, date: "2025-05-09"}
- {model: DeepSeek R1 + claude-3-5-sonnet, edit_format: architect, pass_rate_2: 64.0, date: "2025-01-23"}
- {model: gpt-oss-120b (high), edit_format: diff, pass_rate_2: 141.8, date: "2025-08-06"}
`;

  it("keeps the date of a name, drops the set-up and takes each model's best", () => {
    const { releases, rejected } = aider(bytesOf(YAML), AT);
    expect(releases.map(({ name, benchmarks }) => [name, benchmarks[0]?.score])).toEqual([
      ['DeepSeek R1 0528', 71.4],
      ['DeepSeek-V3.2-Exp', 74.2],
      ['Qwen3 235B A22B', 59.6],
    ]);
    expect(releases[0]?.benchmarks[0]).toMatchObject({ benchmark: 'Aider polyglot', metric: 'percent correct' });
    expect(rejected).toMatchObject([{ position: '5' }]);
  });
});

describe('BFCL', () => {
  const HEADER = 'Rank,Model,Model Link,Live Acc,Multi Turn Acc,Web Search Acc,Memory Acc,License';
  const CSV = `${HEADER}
1,Claude (FC),https://www.anthropic.com,79%,68%,84%,73%,Proprietary
2,Qwen3-32B (FC),https://huggingface.co/Qwen/Qwen3-32B,82.01%,47.87%,21.50%,26.67%,apache-2.0
3,Qwen3-32B (Prompt),https://huggingface.co/Qwen/Qwen3-32B,82.01%,43.25%,26.00%,15.70%,apache-2.0
4,Broken-8B (FC),https://huggingface.co/x/Broken-8B,0.00%,0.00%,1.00%,4.52%,mit
`;

  it('reads both modes of open models and refuses a run that failed', () => {
    const { releases, rejected } = bfcl(bytesOf(CSV), AT);
    expect(releases.map(({ hubId, benchmarks }) => [hubId, benchmarks[0]?.mode])).toEqual([
      ['Qwen/Qwen3-32B', 'FC'],
      ['Qwen/Qwen3-32B', 'prompt'],
    ]);
    expect(releases[0]?.benchmarks.map(({ metric, score }) => [metric, score])).toEqual([
      ['multi-turn', 47.87],
      ['live', 82.01],
      ['web + memory', 24.09],
    ]);
    expect(rejected).toMatchObject([{ position: 'rows/Broken-8B (FC)' }]);
  });

  it('says which column is missing', () => {
    expect(() => bfcl(bytesOf('Model,License\nx,mit\n'), AT)).toThrow(/Live Acc/);
  });
});

describe('FinReasoning', () => {
  const row = (name: string, alignment: string): string =>
    `| ${name} | 59.0 | 73.4 | 62.5 | 65.0 | 96.0 | 89.4 | 67.5 | 58.4 | ${alignment} | 70.7 | 92.6 | 88.1 | 87.3 | 96.1 | 91.0 | 99 | 88.6 |`;
  const TABLE = `
| Model | Semantic Consistency | | | | | Data Alignment | | | | | Deep Insight | | | | | | Overall_Norm |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| | Terminology | Fact | Logic | Avg.S | Norm.S | Verification | Calculation | Reasoning | Avg.S | Norm.S | ARS | F&C | C&A | JCD | Avg.S | Norm.S | |
${row('GLM-4.6', '59.4')}
${row('Kimi-K2', '71.8')}
| Average | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 |
`;

  it('takes averages, never norms, and refuses one that does not follow from its parts', () => {
    const { releases, rejected } = finreasoning(bytesOf(TABLE), AT);
    expect(releases.map(({ name, benchmarks }) => [name, benchmarks.map(({ metric }) => metric)])).toEqual([
      ['GLM-4.6', ['semantic', 'deep insight']],
      ['Kimi-K2', ['semantic', 'data alignment', 'deep insight']],
    ]);
    expect(rejected).toMatchObject([{ position: 'table/GLM-4.6/data alignment' }]);
  });
});
