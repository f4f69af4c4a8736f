/** A reason not to start that a person can act on: one plain sentence, shown without a stack. */
export class StartupError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'StartupError';
  }
}
