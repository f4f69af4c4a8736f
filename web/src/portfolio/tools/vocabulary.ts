import { optionsOf } from '../../components/words.ts';

/** Closed lists of the portfolio, in the order in which people choose. */
export const TASKS = [
  'SUMMARISATION',
  'CODING',
  'MARKET_ANALYSIS',
  'CHAT',
  'CUSTOMER_SERVICE',
  'TRANSLATION',
  'EXTRACTION',
  'CLASSIFICATION',
  'QUESTION_ANSWERING',
  'DOCUMENT_VISION',
  'AGENT',
  'EMBEDDING',
] as const;
export const DATA_CLASSES = ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'] as const;
export const LEVELS = optionsOf('LOW', 'MEDIUM', 'HIGH');
export const CAPABILITIES = optionsOf('REASONING', 'TOOL_CALL', 'STRUCTURED_OUTPUT');
export const MODALITIES = optionsOf('TEXT', 'IMAGE', 'PDF', 'AUDIO', 'VIDEO', 'EMBEDDING');
export const HOSTINGS = optionsOf('IN_HOUSE', 'PRIVATE_CLOUD', 'EXTERNAL');
export const QUANTISATIONS = [
  'BF16',
  'Q8_0',
  'FP8',
  'INT8',
  'Q6_K',
  'Q5_K_M',
  'Q4_K_M',
  'NVFP4',
  'AWQ',
  'GPTQ_INT4',
  'MXFP4',
].map((id) => ({ id, label: id.replaceAll('_', ' ') }));
