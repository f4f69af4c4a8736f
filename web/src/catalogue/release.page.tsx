export const ReleasePage = () => null;
