const CODE = /^[a-z]{2,3}$/;

/** The one code that stands for a language: `tl` and `fil` are Filipino, `zho` and `cmn` are `zh`. What is no code stays as it is. */
export const languageCode = (code: string): string => (CODE.test(code) ? new Intl.Locale(code).language : code);
