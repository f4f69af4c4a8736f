export const QuarantinePage = () => null;
