/** Returns a function that makes the value when it is first asked for and keeps it: for what a start should not wait for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
