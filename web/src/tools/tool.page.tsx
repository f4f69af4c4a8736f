export const ToolPage = () => null;
