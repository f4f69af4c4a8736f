export const PoolsPage = () => null;
